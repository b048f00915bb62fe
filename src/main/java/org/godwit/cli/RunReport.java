package org.godwit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.duck.Sql;
import org.godwit.engine.Queryable;
import org.godwit.engine.text.Messages;
import org.godwit.engine.text.ShellWords;
import org.godwit.model.Finding;
import org.godwit.model.Ledger;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.VerificationResult;

/** What a run did, as text, as JSON and as an exit code. */
final class RunReport {
    private static final int FINDINGS_SHOWN = 3;
    private static final int FAILED = 1;
    private static final int WITH_REJECTS = 3;
    private static final int DIFFERENCES = 5;

    private RunReport() {}

    /** Prints what a run did and returns the exit code that says how it ended. */
    static int print(Terminal terminal, RunResult result, boolean json, boolean dryRun) {
        if (json) {
            Map<String, Object> object = json(result);
            if (dryRun) {
                object.put("dryRun", true);
            }
            JsonOutput.print(terminal, object);
        } else {
            printFindings(terminal, result.findings());
            terminal.out().print(text(result, dryRun));
            terminal.out().flush();
        }
        return exitCode(result.outcome());
    }

    static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, NOTHING_NEW -> 0;
            case SUCCEEDED_WITH_REJECTS -> WITH_REJECTS;
            case VERIFICATION_FAILED -> DIFFERENCES;
            case FAILED -> FAILED;
            case CANCELLED -> ErrorWords.CANCELLED;
        };
    }

    /** Tells of what deserves a look, on stderr. */
    static void printFindings(Terminal terminal, List<Finding> findings) {
        List<Finding> shown = findings.stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .sorted(java.util.Comparator.comparing(Finding::severity).reversed())
                .limit(FINDINGS_SHOWN)
                .toList();
        for (Finding finding : shown) {
            String key = "cli.finding." + finding.severity().name().toLowerCase(Locale.ROOT);
            terminal.err().println(Messages.get(key, TextTable.oneLine(finding.message()), TextTable.oneLine(finding.place())));
        }
        if (findings.size() > shown.size()) {
            terminal.err().println(Messages.get("cli.finding.more", findings.size() - shown.size()));
        }
    }

    static String text(RunResult result, boolean dryRun) {
        StringBuilder text = new StringBuilder();
        String key = "cli.run." + (dryRun ? "dry." : "") + word(result.outcome());
        text.append(Messages.get(
                        Messages.has(key) ? key : "cli.run." + word(result.outcome()),
                        result.loaded(),
                        result.documents(),
                        result.target(),
                        InspectionReport.seconds(result.seconds()),
                        result.run(),
                        result.known()))
                .append('\n');
        if (!result.tables().isEmpty()) {
            TextTable table = new TextTable("table", "rows", "in all");
            result.tables().forEach(t -> table.row(t.name(), t.rows(), t.total()));
            text.append('\n').append(table.text(2)).append('\n');
        }
        line(text, "cli.run.label.ledger", ledger(result.ledger()));
        line(text, "cli.run.label.check", verification(result.verification()));
        if (result.rejectCount() > 0) {
            line(text, "cli.run.label.rejects", Messages.get("cli.run.rejects", result.rejectCount(), result.run()));
        }
        String next = next(result, dryRun);
        if (!next.isEmpty()) {
            line(text, "cli.run.label.next", next);
        }
        return text.toString();
    }

    static String verification(VerificationResult v) {
        if (!v.performed()) {
            return Messages.get("cli.check.none");
        }
        return Messages.get(v.passed() ? "cli.check.passed" : "cli.check.failed", v.rebuilt(), v.documents(), v.cells());
    }

    static TextTable differences(VerificationResult verification) {
        TextTable table = new TextTable("document", "table", "column", "row", "loaded", "now", "what");
        verification.differences().forEach(d ->
                table.row(d.document(), d.table(), d.column(), d.pointer(), d.expected(), d.actual(), d.message()));
        return table;
    }

    static Map<String, Object> json(RunResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", result.run());
        json.put("outcome", word(result.outcome()));
        json.put("target", result.target());
        json.put("documents", result.documents());
        json.put("loaded", result.loaded());
        json.put("known", result.known());
        json.put("ledger", json(result.ledger()));
        json.put("tables", result.tables().stream().map(RunReport::json).toList());
        json.put("rejects", result.rejectCount());
        json.put("verification", json(result.verification()));
        json.put("findings", result.findings().stream().map(RunReport::json).toList());
        Map<String, Object> phases = new LinkedHashMap<>();
        result.phases().forEach(p -> phases.put(p.phase(), p.seconds()));
        json.put("phases", phases);
        json.put("seconds", result.seconds());
        return json;
    }

    static Map<String, Object> json(VerificationResult v) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("performed", v.performed());
        json.put("passed", v.passed());
        json.put("documents", v.documents());
        json.put("rebuilt", v.rebuilt());
        json.put("cells", v.cells());
        json.put("differences", v.differences().stream().map(RunReport::json).toList());
        json.put("seconds", v.seconds());
        return json;
    }

    static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("place", finding.place());
        json.put("message", finding.message());
        return json;
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(VerificationResult.Difference d) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", d.document());
        json.put("table", d.table());
        json.put("column", d.column());
        json.put("pointer", d.pointer());
        json.put("expected", d.expected());
        json.put("actual", d.actual());
        json.put("message", d.message());
        return json;
    }

    private static Map<String, Object> json(RunResult.TableRows table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", table.name());
        json.put("rows", table.rows());
        json.put("total", table.total());
        return json;
    }

    private static Map<String, Object> json(Ledger ledger) {
        Ledger.Counts total = ledger.total();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", total.read());
        json.put("stored", total.stored());
        json.put("rest", total.rest());
        json.put("merged", total.merged());
        json.put("skipped", total.skipped());
        json.put("rejected", total.rejected());
        json.put("balanced", ledger.balanced());
        return json;
    }

    private static String ledger(Ledger ledger) {
        Ledger.Counts t = ledger.total();
        return Messages.get(ledger.balanced() ? "cli.ledger.balanced" : "cli.ledger.unbalanced",
                t.read(), t.stored(), t.rest(), t.merged(), t.skipped(), t.rejected());
    }

    private static String next(RunResult result, boolean dryRun) {
        return switch (result.outcome()) {
            case SUCCEEDED, SUCCEEDED_WITH_REJECTS -> dryRun || result.tables().isEmpty() || !Queryable.test(result.target())
                    ? ""
                    : Messages.get("cli.next.query", ShellWords.quote(result.target()), ShellWords.quote(firstRows(result.tables().getFirst())));
            case VERIFICATION_FAILED -> Messages.get("cli.next.verify", result.run());
            case NOTHING_NEW, FAILED, CANCELLED -> "";
        };
    }

    private static String firstRows(RunResult.TableRows table) {
        return "SELECT * FROM " + Sql.name(table.name()) + " LIMIT 10";
    }

    private static void line(StringBuilder text, String label, String words) {
        text.append(String.format(Locale.ROOT, "%-9s %s%n", Messages.get(label), words));
    }
}
