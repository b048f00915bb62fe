package org.godwit.cli;

import java.util.List;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code migrate} make a plan from. */
final class PlanSource {
    @Parameters(arity = "1..*", paramLabel = "LOCATION", description = "A file, a folder, a glob, or a server: postgresql://USER@HOST/DATABASE.")
    private List<String> locations = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "LOCATION",
            description = "The target: results.duckdb, results.sqlite, results.json, parquet:FOLDER, csv:FOLDER, or a server.")
    private String target = "";

    @Option(names = "--recipe", paramLabel = "NAME|FILE", description = "Start from a recipe; the rest is proposed.")
    private @Nullable String recipe;

    @Mixin
    private PasswordPlace password = new PasswordPlace();

    Workbench.Proposal propose(CliContext context) {
        List<String> sources = Locations.sources(locations).stream().map(password::in).toList();
        String to = password.in(Locations.target(target));
        Workbench workbench = context.workbench();
        return context.foreground(task -> workbench.inspectAndPropose(sources, to, Optional.ofNullable(recipe), task));
    }
}
