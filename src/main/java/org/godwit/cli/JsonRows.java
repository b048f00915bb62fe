package org.godwit.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of row objects. */
final class JsonRows implements RowSink {
    private final JsonOutput output;
    private List<String> names = List.of();

    JsonRows(Terminal terminal) {
        this.output = new JsonOutput(terminal);
    }

    @Override
    public void columns(List<String> columns) {
        names = List.copyOf(columns);
        output.json().writeStartArray();
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        output.json().writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            output.json().writeName(names.get(i));
            output.value(values.get(i));
        }
        output.json().writeEndObject();
    }

    @Override
    public void end() {
        output.json().writeEndArray();
        output.close();
    }
}
