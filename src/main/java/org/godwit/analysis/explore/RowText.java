package org.godwit.analysis.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Rows as text for other programs: CSV (RFC 4180), JSON, Markdown, and tab-separated for spreadsheets. Pure. */
public final class RowText {
    private static final String NEW_LINE = "\n";

    private RowText() {}

    /** Returns a header and the rows; NULL is empty, an empty text is quoted. */
    public static String csv(List<RowSource.Column> columns, List<List<@Nullable String>> rows) {
        StringBuilder out = new StringBuilder();
        out.append(columns.stream().map(column -> csv(column.name())).collect(Collectors.joining(","))).append(NEW_LINE);
        rows.forEach(row -> out.append(row.stream().map(value -> value == null ? "" : csv(value)).collect(Collectors.joining(","))).append(NEW_LINE));
        return out.toString();
    }

    private static String csv(String text) {
        boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Returns an array of objects; numbers and booleans as such, JSON columns as JSON, everything else as strings. */
    public static String json(List<RowSource.Column> columns, List<List<@Nullable String>> rows) {
        List<String> objects = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                members.add(quoted(columns.get(i).name()) + ": " + value(columns.get(i), row.get(i)));
            }
            objects.add("  {" + String.join(", ", members) + "}");
        }
        return objects.isEmpty() ? "[]" + NEW_LINE : "[" + NEW_LINE + String.join("," + NEW_LINE, objects) + NEW_LINE + "]" + NEW_LINE;
    }

    private static String value(RowSource.Column column, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        boolean exact = List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "DOUBLE", "FLOAT").contains(column.type()) && !value.matches(".*[a-df-zA-DF-Z].*");
        boolean asIs = exact || column.type().equals("BOOLEAN") || column.type().equals("JSON");
        return asIs ? value : quoted(value);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** Returns a table; NULL is empty. */
    public static String markdown(List<RowSource.Column> columns, List<List<@Nullable String>> rows) {
        StringBuilder out = new StringBuilder();
        out.append(line(columns.stream().map(RowSource.Column::name).toList()));
        out.append(line(columns.stream().map(column -> column.numeric() ? "---:" : "---").toList()));
        rows.forEach(row -> out.append(line(row.stream().map(value -> value == null ? "" : escaped(value)).toList())));
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r", "").replace(NEW_LINE, "<br>");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |" + NEW_LINE;
    }

    /** Returns the rows without a header, tabs between their values. */
    public static String tabs(List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(value -> value == null ? "" : value.replace('\t', ' ').replace('\n', ' ')).collect(Collectors.joining("\t")))
                .collect(Collectors.joining(NEW_LINE));
    }
}
