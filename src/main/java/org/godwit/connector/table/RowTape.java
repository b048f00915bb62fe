package org.godwit.connector.table;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonFault;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.SourceRow;
import org.godwit.shred.TapeReader;

/**
 * Makes a document of each row: an object of its columns; bytes are an object with the one member {@code $base64}.
 * Not thread-safe.
 */
final class RowTape implements RowSink {
    private final SourceFile file;
    private final DocumentSink sink;
    private final TapeReader reader;
    private final List<TableInfo.Column> columns;
    private final List<String> key;
    private final int[] keyIds;
    private final int bytesKey;
    private final JsonTape tape;
    private final JsonTape part = new JsonTape();
    private int column;
    private long number;

    RowTape(SourceFile file, TableInfo table, KeyTable keys, JsonLimits limits, JsonTape tape, DocumentSink sink) {
        this.file = file;
        this.sink = sink;
        this.tape = tape;
        this.columns = table.columns();
        this.key = table.primaryKey();
        this.reader = new TapeReader(keys, limits);
        this.keyIds = columns.stream().mapToInt(c -> keys.id(c.name())).toArray();
        this.bytesKey = keys.id(SourceRow.BYTES);
    }

    private int add(byte kind, @org.jspecify.annotations.Nullable String text) {
        int node = tape.add(kind, columns.get(column).name(), keyIds[column], text);
        column++;
        return node;
    }

    @Override
    public void row(long rowNumber) {
        tape.clear();
        tape.add(JsonTape.OBJECT, null, JsonTape.NO_KEY, null);
        column = 0;
        number = rowNumber;
    }

    @Override
    public void nothing() {
        add(JsonTape.NULL, null);
    }

    @Override
    public void bool(boolean value) {
        add(value ? JsonTape.TRUE : JsonTape.FALSE, null);
    }

    @Override
    public void integer(long value) {
        add(JsonTape.NUMBER, Long.toString(value));
    }

    @Override
    public void real(double value) {
        add(JsonTape.NUMBER, Double.toString(value));
    }

    @Override
    public void number(String digits) {
        add(JsonTape.NUMBER, digits);
    }

    @Override
    public void text(String value) {
        add(JsonTape.STRING, value);
    }

    @Override
    public void json(String value) {
        TableInfo.Json wanted = columns.get(column).json();
        if (wanted == TableInfo.Json.NONE) {
            text(value);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        JsonFault fault = reader.read(utf8, 0, utf8.length, part);
        if (fault == null && !new String(utf8, reader.end(), utf8.length - reader.end(), StandardCharsets.UTF_8).isBlank()) {
            fault = new JsonFault(reader.end(), "more text after the end of the JSON value");
        }
        if (fault != null) {
            unreadable(value, value.isBlank() ? "the text is empty where JSON belongs" : "this is no JSON: " + fault.reason() + " (character " + (fault.offset() + 1) + ")");
            return;
        }
        byte kind = part.kind(0);
        boolean fits = switch (wanted) {
            case NONE, ANY -> true;
            case OBJECT -> kind == JsonTape.OBJECT || kind == JsonTape.NULL;
            case ARRAY -> kind == JsonTape.ARRAY || kind == JsonTape.NULL;
        };
        if (!fits) {
            String form = wanted == TableInfo.Json.OBJECT ? "object" : "array";
            unreadable(value, "this is no JSON " + form + ", as the column's other texts are");
            return;
        }
        if (kind == JsonTape.NULL) {
            tape.addJsonNull(columns.get(column).name(), keyIds[column]);
        } else {
            tape.addTree(columns.get(column).name(), keyIds[column], part);
        }
        column++;
    }

    @Override
    public void blob(byte[] value) {
        int node = add(JsonTape.OBJECT, null);
        tape.add(JsonTape.STRING, SourceRow.BYTES, bytesKey, Base64.getEncoder().encodeToString(value));
        tape.close(node);
    }

    /** Names the row by its key. */
    private String keyWords() {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (int node = 1; node < tape.end(0); node = tape.end(node)) {
            if (key.contains(columns.get(at++).name())) {
                boolean text = tape.kind(node) == JsonTape.STRING || tape.kind(node) == JsonTape.NUMBER;
                words.append(words.isEmpty() ? "" : ", ").append(tape.key(node)).append(" = ").append(text ? tape.text(node) : "NULL");
            }
        }
        return words.append(": ").toString();
    }

    @Override
    public void unreadable(String raw, String reason) {
        tape.fault(add(JsonTape.STRING, raw), reason);
    }

    @Override
    public void end() {
        tape.close(0);
        if (tape.faults() > 0 && !key.isEmpty()) {
            tape.explainFaults(keyWords());
        }
        sink.document(file, tape, number);
    }
}
