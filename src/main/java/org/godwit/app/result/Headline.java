package org.godwit.app.result;

import org.godwit.app.fx.Figures;
import org.godwit.app.fx.TargetText;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.model.Finding;
import org.godwit.model.RunResult;

/**
 * How a run ended, in one line and one sentence.
 *
 * @param mood what the person should feel
 */
record Headline(Mood mood, String title, String text) {
    /** Whether all is well, something is worth a look, or something went wrong. */
    enum Mood {
        GOOD,
        NOTICE,
        BAD
    }

    static Headline of(RunResult result, Units units) {
        String target = TargetText.name(result.target());
        long rows = result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
        long tables = result.tables().stream().filter(table -> table.rows() > 0).count();
        String what = units.text("app.result.what", "app.result.what.rows", result.loaded(), rows, tables, Figures.duration(result.seconds()));
        return switch (result.outcome()) {
            case SUCCEEDED -> new Headline(Mood.GOOD, Text.of("app.result.succeeded", target), what + known(result));
            case SUCCEEDED_WITH_REJECTS ->
                new Headline(Mood.NOTICE, Text.of("app.result.rejects", target, result.rejectCount()), what + known(result));
            case NOTHING_NEW ->
                new Headline(Mood.GOOD, Text.of("app.result.nothing", target), units.text("app.result.nothing.text", "app.result.nothing.text.rows", result.known()));
            case VERIFICATION_FAILED ->
                new Headline(Mood.BAD, Text.of("app.result.differs"), Text.of("app.result.differs.text", target));
            case FAILED -> new Headline(Mood.BAD, Text.of("app.result.failed"), reason(result) + Text.of("app.kept.target", target));
            case CANCELLED -> new Headline(Mood.NOTICE, Text.of("app.result.cancelled"), Text.of("app.kept.target", target));
        };
    }

    private static String reason(RunResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst()
                .map(finding -> finding.message() + "\n")
                .orElse("");
    }

    private static String known(RunResult result) {
        return result.known() == 0 ? "" : Text.of("app.result.known", result.known());
    }
}
