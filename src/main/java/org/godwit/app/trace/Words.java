package org.godwit.app.trace;

import java.util.List;
import org.godwit.analysis.trace.Mapping;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.fx.Text;

/** A trace in sentences. */
final class Words {
    private Words() {}

    static String mapping(Mapping mapping) {
        return switch (mapping) {
            case Mapping.Row(String rows) -> Text.of("app.trace.row", rows);
            case Mapping.Copied(String path, List<String> transforms) ->
                transforms.isEmpty() ? Text.of("app.trace.copied", path) : Text.of("app.trace.changed", path, String.join(", ", transforms));
            case Mapping.Absent(List<String> paths, String standard) ->
                standard.isEmpty()
                        ? Text.of("app.trace.absent", String.join(", ", paths))
                        : Text.of("app.trace.standard", String.join(", ", paths), standard);
            case Mapping.Key(String path) -> Text.of("app.trace.key", path);
            case Mapping.Position(String path) -> Text.of("app.trace.position", path);
            case Mapping.FileFact(String path) -> Text.of("app.trace.fact", path);
            case Mapping.Constant(String value) -> Text.of("app.trace.constant", value);
            case Mapping.Generated() -> Text.of("app.trace.generated");
            case Mapping.Reference(String table, List<String> on) -> Text.of("app.trace.reference", table, String.join("; ", on));
            case Mapping.Parent(String table, String level) -> Text.of("app.trace.parent", table);
            case Mapping.Rest(String path) -> Text.of("app.trace.rest", path);
            case Mapping.Computed(String expression, List<String> reads) -> Text.of("app.trace.computed", String.join(", ", reads));
            case Mapping.Unset() -> Text.of("app.trace.unset");
            case Mapping.Lineage() -> Text.of("app.trace.lineage");
        };
    }

    static String state(Trace.State state) {
        return switch (state) {
            case SAME -> Text.of("app.trace.same");
            case CHANGED -> Text.of("app.trace.other");
            case NOW -> Text.of("app.trace.now");
            case GONE -> Text.of("app.trace.gone");
        };
    }

    static String place(Trace trace, Trace.Spot spot) {
        return trace.source().isRow() ? row(trace.source()) : Text.of("app.trace.place", spot.line(), spot.column(), spot.offset());
    }

    private static String row(Trace.Source source) {
        return Text.of("app.trace.place.row", source.position() + 1, source.table());
    }

    /** Returns a cell's name: table and column, or the table alone. */
    static String cell(String table, String column) {
        return column.isEmpty() ? table : table + "." + column;
    }

    /** Returns everything as text, for a mail or an issue. */
    static String all(TraceState.Shown shown) {
        Trace trace = shown.trace();
        StringBuilder out = new StringBuilder();
        line(out, "app.trace.cell", cell(trace.place().table(), trace.place().column()));
        line(out, "app.trace.file", trace.source().path().toString());
        shown.looked().ifPresent(spot -> {
            line(out, "app.trace.pointer", spot.pointer());
            line(out, "app.trace.at", place(trace, spot));
            line(out, "app.trace.value", spot.value());
        });
        line(out, "app.trace.how", mapping(trace.mapping()));
        if (trace.source().isOfFile()) {
            line(out, "app.trace.sha", trace.source().sha256() + " (" + state(trace.source().state()) + ")");
        }
        line(out, "app.trace.run", trace.run().id());
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append(Text.of(key)).append(": ").append(value).append(System.lineSeparator());
    }
}
