package org.godwit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Cell;
import org.godwit.analysis.matrix.MatrixSpec;
import org.godwit.analysis.matrix.Member;
import org.godwit.analysis.matrix.Square;
import org.godwit.analysis.matrix.State;
import org.godwit.analysis.matrix.What;
import org.jspecify.annotations.Nullable;

/** A matrix as JSON: what it is made of, its rows and columns in order, and one object for each pair. */
final class MatrixJson {
    private MatrixJson() {}

    static Map<String, @Nullable Object> of(Arrangement look) {
        MatrixSpec spec = look.matrix().spec();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("title", spec.title());
        json.put("source", source(spec));
        json.put("simulated", look.look().withSimulated() ? "shown" : "hidden");
        json.put("judged", word(look.look().judge().name()));
        json.put("results", Map.of("real", look.matrix().real(), "simulated", look.matrix().simulated()));
        Map<String, Object> states = new LinkedHashMap<>();
        look.counts().forEach((state, count) -> states.put(word(state.name()), count));
        json.put("states", states);
        List<Object> rows = new ArrayList<>();
        for (int r = 0; r < look.rowCount(); r++) {
            rows.add(member(look.row(r)));
        }
        json.put("rows", rows);
        List<Object> columns = new ArrayList<>();
        for (int c = 0; c < look.columnCount(); c++) {
            columns.add(member(look.column(c)));
        }
        json.put("columns", columns);
        json.put("cells", cells(look));
        return json;
    }

    private static Map<String, @Nullable Object> source(MatrixSpec spec) {
        Map<String, @Nullable Object> source = new LinkedHashMap<>();
        source.put("table", spec.facts().words());
        source.put("rows", spec.rows().words());
        source.put("columns", spec.columns().words());
        switch (spec.what()) {
            case What.Status(String column) -> source.put("status", column);
            case What.Measure(String column, What.Aggregate aggregate) -> {
                source.put("measure", column);
                source.put("aggregate", aggregate.words());
            }
        }
        source.put("simulatedBy", spec.simulated().orElse(null));
        source.put("time", spec.time().orElse(null));
        return source;
    }

    private static Map<String, @Nullable Object> member(Member member) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", member.label());
        json.put("family", Optional.of(member.group()).filter(group -> !group.isEmpty()).orElse(null));
        return json;
    }

    private static List<Object> cells(Arrangement look) {
        boolean measure = look.matrix().spec().isMeasure();
        List<Object> cells = new ArrayList<>();
        for (int r = 0; r < look.rowCount(); r++) {
            for (int c = 0; c < look.columnCount(); c++) {
                Square square = look.square(r, c);
                Cell cell = look.matrix().cell(square.pair());
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("row", look.row(r).label());
                json.put("column", look.column(c).label());
                json.put("state", word(square.state().name()));
                if (measure) {
                    json.put("value", square.value());
                    json.put("results", square.shown().total());
                } else {
                    json.put("pass", square.shown().pass());
                    json.put("partial", square.shown().partial());
                    json.put("fail", square.shown().fail());
                    json.put("undecided", square.shown().undecided());
                }
                json.put("simulated", cell.simulated().total());
                json.put("newest", square.state() == State.UNTESTED || cell.newestAny().isEmpty() ? null : cell.newestAny());
                cells.add(json);
            }
        }
        return cells;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
