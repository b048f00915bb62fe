package org.godwit.cli;

import java.util.List;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code migrate} make a plan from. */
final class PlanSource {
    @Parameters(arity = "1..*", paramLabel = "LOCATION", description = "A file, a folder or a glob.")
    private List<String> locations = List.of();

    @Option(names = "--to", required = true, paramLabel = "LOCATION", description = "The target, such as results.duckdb.")
    private String target = "";

    @Option(names = "--recipe", paramLabel = "NAME|FILE", description = "Start from a recipe; the rest is proposed.")
    private @Nullable String recipe;

    Workbench.Proposal propose(CliContext context) {
        List<String> sources = Locations.sources(locations);
        String to = Locations.target(target);
        Workbench workbench = context.workbench();
        return context.foreground(task -> workbench.inspectAndPropose(sources, to, Optional.ofNullable(recipe), task));
    }
}
