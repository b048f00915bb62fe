package org.godwit.analysis.matrix;

import java.util.List;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** The SQL that reads a verdict from a row with a result; it gives the {@link Verdict#code}. */
final class Verdicts {
    private static final String COMPATIBLE = "is_compatible";
    private static final String SCORE = "compatibility_score";
    private static final List<String> STEPS = List.of("detection_success", "initialization_success");
    private static final String WORKAROUND = "workaround_available";

    private Verdicts() {}

    static String sql(Table facts, String column) {
        Table.Column status = facts.column(column)
                .orElseThrow(() -> new GodwitException(ErrorCode.COLUMN_UNKNOWN, column, facts.words()));
        String name = "f." + Sql.name(status.name());
        if (status.isBoolean()) {
            return status.name().equals(COMPATIBLE) ? compatible(facts, name) : truth(name, code(Verdict.PASS), code(Verdict.FAIL));
        }
        if (status.isNumber()) {
            return "CASE WHEN " + name + " = 1 THEN " + code(Verdict.PASS) + " WHEN " + name + " = 0 THEN " + code(Verdict.FAIL)
                    + " WHEN " + name + " > 0 AND " + name + " < 1 THEN " + code(Verdict.PARTIAL) + " ELSE " + code(Verdict.UNDECIDED) + " END";
        }
        String text = "lower(trim(" + name + "::VARCHAR))";
        return "CASE WHEN " + text + " IN " + words(Verdict.PASS) + " THEN " + code(Verdict.PASS)
                + " WHEN " + text + " IN " + words(Verdict.FAIL) + " THEN " + code(Verdict.FAIL)
                + " WHEN " + text + " IN " + words(Verdict.PARTIAL) + " THEN " + code(Verdict.PARTIAL)
                + " ELSE " + code(Verdict.UNDECIDED) + " END";
    }

    /**
     * The star schema says more than yes or no: compatible with a score below 1, or with a step that failed, is compatible
     * in part; so is what is not compatible but has a workaround.
     */
    private static String compatible(Table facts, String name) {
        List<String> doubts = new java.util.ArrayList<>();
        if (facts.column(SCORE).filter(Table.Column::isNumber).isPresent()) {
            doubts.add("f." + Sql.name(SCORE) + " < 1");
        }
        STEPS.stream().filter(step -> isTruth(facts, step)).forEach(step -> doubts.add("f." + Sql.name(step) + " = false"));
        String yes = doubts.isEmpty()
                ? code(Verdict.PASS)
                : "CASE WHEN " + String.join(" OR ", doubts) + " THEN " + code(Verdict.PARTIAL) + " ELSE " + code(Verdict.PASS) + " END";
        String no = isTruth(facts, WORKAROUND)
                ? "CASE WHEN f." + Sql.name(WORKAROUND) + " THEN " + code(Verdict.PARTIAL) + " ELSE " + code(Verdict.FAIL) + " END"
                : code(Verdict.FAIL);
        return truth(name, yes, no);
    }

    private static boolean isTruth(Table facts, String column) {
        return facts.column(column).filter(Table.Column::isBoolean).isPresent();
    }

    private static String truth(String name, String yes, String no) {
        return "CASE WHEN " + name + " THEN " + yes + " WHEN NOT " + name + " THEN " + no + " ELSE " + code(Verdict.UNDECIDED) + " END";
    }

    private static String words(Verdict verdict) {
        return verdict.words().stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String code(Verdict verdict) {
        return Integer.toString(verdict.code());
    }
}
