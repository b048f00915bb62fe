package org.godwit.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes one JSON value to stdout, indented, and a line end after it. */
final class JsonOutput implements AutoCloseable {
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final PrintStream out;
    private final JsonGenerator json;

    JsonOutput(Terminal terminal) {
        this.out = terminal.out();
        this.json = FACTORY.createGenerator(new Indented(), out);
    }

    static void print(Terminal terminal, Object value) {
        try (JsonOutput output = new JsonOutput(terminal)) {
            output.value(value);
        }
    }

    JsonGenerator json() {
        return json;
    }

    /** Writes maps, iterables, text, booleans and numbers; numbers that a double does not hold exactly as text. */
    void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> array(items);
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> number(number);
            default -> json.writeString(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeName(String.valueOf(entry.getKey()));
            value(entry.getValue());
        }
        json.writeEndObject();
    }

    private void array(Iterable<?> items) {
        json.writeStartArray();
        for (Object item : items) {
            value(item);
        }
        json.writeEndArray();
    }

    private void number(Number number) {
        switch (number) {
            case Double d when !Double.isFinite(d) -> json.writeString(d.toString());
            case Float f when !Float.isFinite(f) -> json.writeString(f.toString());
            case Double d -> json.writeNumber(d);
            case Float f -> json.writeNumber(f);
            case BigDecimal decimal -> decimal(decimal);
            case BigInteger integer -> integer(integer);
            default -> integer(BigInteger.valueOf(number.longValue()));
        }
    }

    private void integer(BigInteger integer) {
        if (integer.abs().compareTo(EXACT) > 0) {
            json.writeString(integer.toString());
        } else {
            json.writeNumber(integer.longValueExact());
        }
    }

    private void decimal(BigDecimal decimal) {
        double nearest = decimal.doubleValue();
        if (Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(decimal) == 0) {
            json.writeNumber(decimal);
        } else {
            json.writeString(decimal.toPlainString());
        }
    }

    @Override
    public void close() {
        json.close();
        out.println();
        out.flush();
    }

    /** Asks for indentation. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public tools.jackson.core.@Nullable PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
