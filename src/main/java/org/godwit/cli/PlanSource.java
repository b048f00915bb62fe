package org.godwit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code migrate} make a plan from. */
final class PlanSource {
    @Parameters(arity = "1..*", paramLabel = "LOCATION", description = "A file, a folder, a glob, a server: postgresql://USER@HOST/DATABASE, or place:NAME of a profile.")
    private List<String> locations = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "LOCATION",
            description = "The target: results.duckdb, results.sqlite, results.json, parquet:FOLDER, csv:FOLDER, a server, or place:NAME of a profile.")
    private String target = "";

    @Option(names = "--recipe", paramLabel = "NAME|FILE", description = "Start from a recipe; the rest is proposed.")
    private @Nullable String recipe;

    @Mixin
    private PasswordPlace password = new PasswordPlace();

    @Mixin
    private ProfileFlags profile = new ProfileFlags();

    @Mixin
    private CsvFlags csv = new CsvFlags();

    Workbench.Proposal propose(CliContext context) {
        profile.requireUse(ProfileFlags.isNamed(target) || locations.stream().anyMatch(ProfileFlags::isNamed));
        List<String> sources = profile.sources(context, Locations.sources(locations)).stream().map(password::in).toList();
        String to = password.in(Locations.target(profile.target(context, target)));
        Workbench workbench = context.workbench();
        return context.foreground(task -> workbench.inspectAndPropose(sources, to, Optional.ofNullable(recipe), csv.options(), task));
    }

    /** Returns a proposed plan as it is kept: what was only named on the command line is only named in it. */
    Plan named(Plan plan) {
        List<Plan.Source> sources = new ArrayList<>(plan.sources());
        for (int i = 0; i < sources.size() && sources.size() == locations.size(); i++) {
            if (ProfileFlags.isNamed(locations.get(i))) {
                Plan.Source known = sources.get(i);
                sources.set(i, new Plan.Source(
                        known.name(), Plan.PLACE, ProfileFlags.name(locations.get(i)), known.include(), null, known.json(), known.options()));
            }
        }
        Plan.Target made = plan.target();
        if (made != null && ProfileFlags.isNamed(target)) {
            return plan.between(sources, new Plan.Target(Plan.PLACE, ProfileFlags.name(target)).with(made.mode()));
        }
        return plan.between(sources, made);
    }

    /** Lets writing into a protected place pass only with consent. */
    void requireConsent(CliContext context, Plan plan, RunFlags flags) {
        profile.requireConsent(context, plan, PlanPaths.workingFolder(), flags);
    }
}
