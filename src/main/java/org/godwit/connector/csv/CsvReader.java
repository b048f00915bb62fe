package org.godwit.connector.csv;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.godwit.connector.spi.RowSink;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/** Hands records to a sink, each field as the verdict on its column says. Not thread-safe. */
final class CsvReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final List<TableInfo.Column> columns;
    private final CsvParser parser;
    private final RowSink sink;

    CsvReader(TableInfo table, CsvParser parser, RowSink sink) {
        this.columns = table.columns();
        this.parser = parser;
        this.sink = sink;
    }

    static void skipHeader(CsvParser parser) throws IOException {
        boolean more = parser.next();
        while (more && parser.isBlank()) {
            more = parser.next();
        }
    }

    /** Goes to the next row; empty lines between rows are none, unless the table has one column only. */
    static boolean nextRow(CsvParser parser, int width) throws IOException {
        boolean more = parser.next();
        while (more && width != 1 && parser.isBlank()) {
            more = parser.next();
        }
        return more;
    }

    /** Hands over the record that the parser stands at. */
    void row(long number) {
        sink.row(number);
        String fault = parser.fault();
        if (fault.isEmpty() && parser.count() != columns.size()) {
            fault = "it has " + fields(parser.count()) + " where there are " + fields(columns.size());
        }
        if (!fault.isEmpty()) {
            // Which field belongs to which column nobody can say: the first one stands for the whole record.
            sink.unreadable(parser.record(), "line " + parser.line() + ": " + fault);
            for (int i = 1; i < columns.size(); i++) {
                sink.nothing();
            }
        } else {
            for (int i = 0; i < columns.size(); i++) {
                cell(i);
            }
        }
        sink.end();
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    private void cell(int column) {
        if (parser.isEmpty(column) && !parser.isQuoted(column)) {
            sink.nothing();
            return;
        }
        String text = parser.text(column);
        long bad = parser.badByte(column, text);
        if (bad >= 0) {
            String raw = parser.rawText(column);
            sink.unreadable(raw, "line " + parser.line() + ": byte " + bad + " of the file is no UTF-8");
            return;
        }
        TableInfo.Column known = columns.get(column);
        if (known.json() != TableInfo.Json.NONE) {
            sink.json(text);
        } else {
            value(column, text, known.type());
        }
    }

    // What is not as the verdict says is a text: a plan may have said it before there was such a value.
    private void value(int column, String text, @Nullable DataType type) {
        DataType.Kind kind = type == null ? DataType.Kind.VARCHAR : type.kind();
        switch (kind) {
            case BOOLEAN -> truth(text);
            case INTEGER, BIGINT -> integer(text);
            case HUGEINT, DECIMAL, DOUBLE -> number(column, text);
            case BLOB -> bytes(text);
            case VARCHAR, DATE, TIMESTAMP, JSON -> sink.text(text);
        }
    }

    private void truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            sink.bool(text.equals("true"));
        } else {
            sink.text(text);
        }
    }

    private void integer(String text) {
        try {
            sink.integer(Long.parseLong(text));
        } catch (NumberFormatException e) {
            sink.text(text);
        }
    }

    private void number(int column, String text) {
        int kind = Canonical.of(parser.bytes(), parser.from(column), parser.to(column));
        if (kind == Canonical.INTEGER || kind == Canonical.DECIMAL || isNumber(text)) {
            sink.number(text);
        } else if (text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity")) {
            sink.real(Double.parseDouble(text));
        } else {
            sink.text(text);
        }
    }

    // As JSON writes numbers; what Godwit wrote may have an exponent.
    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private void bytes(String text) {
        try {
            sink.blob(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            sink.unreadable(text, "line " + parser.line() + ": this is no base64");
        }
    }
}
