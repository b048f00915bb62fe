package org.godwit.app.excerpt;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.model.JsonType;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The first value of a type at a path of a document.
 *
 * @param path from the document; elements and entries stand for any of them
 */
public record SoughtValue(List<Step> path, JsonType type) {
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    public SoughtValue {
        path = List.copyOf(path);
    }

    /**
     * Where it stands.
     *
     * @param line how many lines after the beginning of the document
     * @param column in bytes, from 1
     * @param length in bytes; 1 for objects and arrays, whose end may be far
     */
    record Spot(long line, long column, long length) {}

    /** Returns where it stands in a document, empty if it is not there or what stands there is no JSON. */
    Optional<Spot> in(InputStream document) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            List<Step> at = new ArrayList<>();
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.PROPERTY_NAME) {
                    at.removeLast();
                    at.add(new Step.Key(String.valueOf(parser.currentName())));
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    at.removeLast();
                } else if (type(token) == type && leadsHere(at)) {
                    return Optional.of(spot(parser));
                } else if (token == JsonToken.START_ARRAY) {
                    at.add(new Step.Elements(""));
                } else if (token == JsonToken.START_OBJECT) {
                    at.add(new Step.Key(""));
                }
                token = at.isEmpty() ? null : parser.nextToken();
            }
        } catch (JacksonException e) {
            // Not JSON from here on: nothing is marked.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Spot spot(JsonParser parser) {
        TokenStreamLocation start = parser.currentTokenLocation();
        boolean container = parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY;
        // Only what was read to its end has one.
        parser.getString();
        long length = container ? 1 : parser.currentLocation().getByteOffset() - start.getByteOffset();
        return new Spot(start.getLineNr() - 1L, start.getColumnNr(), Math.max(1, length));
    }

    private boolean leadsHere(List<Step> at) {
        if (at.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < at.size(); i++) {
            boolean same = switch (path.get(i)) {
                case Step.Key key -> key.equals(at.get(i));
                case Step.Entries _ -> at.get(i) instanceof Step.Key;
                case Step.Elements _, Step.Index _ -> at.get(i) instanceof Step.Elements;
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable JsonType type(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> JsonType.OBJECT;
            case START_ARRAY -> JsonType.ARRAY;
            case VALUE_STRING -> JsonType.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonType.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> JsonType.BOOLEAN;
            case VALUE_NULL -> JsonType.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> null;
        };
    }
}
