package org.godwit.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.godwit.model.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description = {"Shows what is there: files, datasets, counts, problems.", "Reads every byte and changes nothing."},
        footer = {
            "  godwit inspect results                    a folder, with all folders below",
            "  godwit inspect 'results/2025-*.json' old.ndjson.gz",
            "  godwit inspect results --paths            every path of every dataset",
            "  godwit inspect results --json             for scripts"
        })
final class InspectCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(arity = "1..*", paramLabel = "LOCATION", description = "A file, a folder, a glob, a server: postgresql://USER@HOST/DATABASE, or place:NAME of a profile.")
    private List<String> locations = List.of();

    @Mixin
    private PasswordPlace password = new PasswordPlace();

    @Mixin
    private ProfileFlags profile = new ProfileFlags();

    @Mixin
    private CsvFlags csv = new CsvFlags();

    @Option(names = "--paths", description = "Show every path of every dataset, with counts and types.")
    private boolean paths;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    InspectCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        profile.requireUse(locations.stream().anyMatch(ProfileFlags::isNamed));
        List<String> sources = profile.sources(context, Locations.sources(locations)).stream().map(password::in).toList();
        Inspection inspection = context.foreground(task -> context.workbench().inspect(sources, csv.options(), task));
        if (json) {
            JsonOutput.print(context.terminal(), InspectionReport.json(inspection, paths));
        } else {
            context.terminal().out().print(InspectionReport.text(inspection, paths));
        }
        return 0;
    }
}
