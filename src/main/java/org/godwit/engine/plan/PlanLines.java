package org.godwit.engine.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** In which line of a plan's text each value stands. */
public final class PlanLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Integer> lines = new HashMap<>();

    /** A container that is being read. */
    private static final class Level {
        private final Pointer at;
        private final boolean array;
        private int next;

        Level(Pointer at, boolean array) {
            this.at = at;
            this.array = array;
        }
    }

    /** Reads a text; of one that is no JSON, as far as it is. */
    public PlanLines(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            read(parser);
        } catch (JacksonException e) {
            lines.putIfAbsent("", 1);
        }
    }

    private void read(JsonParser parser) {
        Deque<Level> open = new ArrayDeque<>();
        Pointer at = Pointer.ROOT;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            Level level = open.peek();
            if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                open.pop();
            } else if (token == JsonToken.PROPERTY_NAME) {
                at = level == null ? Pointer.ROOT : level.at.to(parser.currentName());
            } else {
                if (level != null && level.array) {
                    at = level.at.to(level.next++);
                }
                lines.putIfAbsent(at.text(), parser.currentTokenLocation().getLineNr());
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    open.push(new Level(at, token == JsonToken.START_ARRAY));
                }
            }
        }
    }

    /** Returns the line of a JSON pointer, from 1; of what is not there, the line of what would hold it. */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }
}
