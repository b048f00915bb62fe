package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON into memory. A key that stands twice in an object is a fault; the first value stays. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final Faults faults;

    private JsonText(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * Reads one JSON text.
     *
     * @param bytes UTF-8, with or without byte order mark
     * @param name the file, for messages
     * @throws GodwitException PLAN_MALFORMED with line and column
     */
    static JsonValue parse(byte[] bytes, String name, Faults faults) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return new JsonText(parser, faults).whole(name);
        } catch (JacksonException e) {
            throw malformed(e, name, e.getLocation(), e.getOriginalMessage());
        }
    }

    private JsonValue whole(String name) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw malformed(null, name, parser.currentTokenLocation(), Messages.get("plan.json.empty"));
        }
        JsonValue value = value(first, Pointer.ROOT);
        if (parser.nextToken() != null) {
            throw malformed(null, name, parser.currentTokenLocation(), Messages.get("plan.json.trailing"));
        }
        return value;
    }

    private static GodwitException malformed(@Nullable Throwable cause, String name,
            @Nullable TokenStreamLocation location, String reason) {
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new GodwitException(cause, ErrorCode.PLAN_MALFORMED, name, line, column, reason);
    }

    private JsonValue value(JsonToken token, Pointer at) {
        return switch (token) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new JsonValue.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Num(number(at));
            case VALUE_TRUE -> new JsonValue.Bool(true);
            case VALUE_FALSE -> new JsonValue.Bool(false);
            case VALUE_NULL -> new JsonValue.Null();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("unexpected " + token);
        };
    }

    private BigDecimal number(Pointer at) {
        String text = parser.getString();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            faults.add(at, Messages.get("plan.json.number"), text);
            return BigDecimal.ZERO;
        }
    }

    private JsonValue object(Pointer at) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String key = parser.currentName();
            Pointer place = at.to(key);
            JsonValue member = value(parser.nextToken(), place);
            if (members.putIfAbsent(key, member) != null) {
                faults.add(place, Messages.get("plan.json.once"), Messages.get("plan.json.twice", key));
            }
        }
        return new JsonValue.Obj(members);
    }

    private JsonValue array(Pointer at) {
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token, at.to(elements.size())));
        }
        return new JsonValue.Arr(elements);
    }
}
