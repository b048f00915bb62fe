package org.godwit.analysis.explore;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Lays out JSON for reading; numbers stay as they are written. Pure. */
public final class PrettyJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
            .build();

    private PrettyJson() {}

    /** Returns an object or array laid out over lines; empty if the text is none. */
    public static String of(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return "";
        }
        java.io.StringWriter out = new java.io.StringWriter();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), trimmed);
                JsonGenerator generator = FACTORY.createGenerator(context(), out)) {
            while (parser.nextToken() != null) {
                copy(parser, generator);
            }
        } catch (JacksonException e) {
            return "";
        }
        return out.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeRawValue(parser.getString());
            case null -> throw new IllegalStateException("a token was read");
            default -> generator.copyCurrentEvent(parser);
        }
    }

    private static ObjectWriteContext context() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }
}
