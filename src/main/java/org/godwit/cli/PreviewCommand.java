package org.godwit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        description = {"Shows sample rows of a plan and where they come from.", "The real engine makes them; nothing is changed."},
        footer = {
            "  godwit preview results.plan.json",
            "  godwit preview results.plan.json --table models --rows 20"
        })
final class PreviewCommand implements Callable<Integer> {
    private static final int ROWS = 5;

    private final CliContext context;

    @Parameters(arity = "1", paramLabel = "PLAN", description = "A plan file.")
    private Path plan = Path.of("");

    @Mixin
    private ProfileFlags profile = new ProfileFlags();

    @Option(names = "--table", paramLabel = "T", description = "Only this table.")
    private @Nullable String table;

    @Option(names = "--rows", paramLabel = "N", description = "Rows per table, ${DEFAULT-VALUE} if not given.")
    private int rows = ROWS;

    @Option(names = "--json", description = "Print JSON, with the source of each row.")
    private boolean json;

    PreviewCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workbench workbench = context.workbench();
        Plan read = profile.resolved(context, workbench.readPlan(plan), PlanPaths.folderOf(plan));
        List<Preview> previews = context.foreground(
                task -> workbench.preview(read, PlanPaths.folderOf(plan), Optional.ofNullable(table), rows, task));
        if (json) {
            JsonOutput.print(context.terminal(), previews.stream().map(PreviewCommand::json).toList());
        } else {
            previews.forEach(preview -> context.terminal().out().print(text(preview)));
        }
        return 0;
    }

    private static String text(Preview preview) {
        List<String> headings = new ArrayList<>(preview.columns());
        headings.add("from");
        TextTable lines = new TextTable(headings);
        for (Preview.Row row : preview.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(row.values());
            cells.add(row.file() + row.pointer());
            lines.values(cells);
        }
        return preview.table() + "\n" + lines.text(2) + "\n";
    }

    private static Map<String, Object> json(Preview preview) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", preview.table());
        json.put("columns", preview.columns());
        json.put("rows", preview.rows().stream().map(row -> json(preview, row)).toList());
        return json;
    }

    private static Map<String, Object> json(Preview preview, Preview.Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            values.put(preview.columns().get(i), row.values().get(i));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", row.file());
        json.put("pointer", row.pointer());
        json.put("before", row.before());
        json.put("values", values);
        return json;
    }
}
