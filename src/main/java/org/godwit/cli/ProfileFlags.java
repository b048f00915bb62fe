package org.godwit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.godwit.engine.plan.ProfileChoice;
import org.godwit.engine.plan.Profiles;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the places are that a plan or a command line only names. */
final class ProfileFlags {
    private static final Set<String> OF_FOLDERS = Set.of("parquet", "csv", "json");

    @Option(names = "--profile", paramLabel = "NAME", description = "Where named places are, such as production; GODWIT_PROFILE if not given.")
    private @Nullable String profile;

    @Option(names = "--profiles", paramLabel = "FILE", description = "The file of profiles; " + Profiles.FILE + " beside the plan if not given.")
    private @Nullable Path file;

    /** Returns the plan with its places where the profile has them, which is told on stderr. */
    Plan resolved(CliContext context, Plan plan, Path folder) {
        if (!plan.namesPlaces()) {
            requireUse(false);
            return plan;
        }
        Plan resolved = choice(context).resolved(plan, folder);
        Plan.Target before = plan.target();
        Plan.Target after = resolved.target();
        if (before != null && after != null && !before.equals(after)) {
            context.terminal().err().println(Messages.get("cli.profile.place", before.path(), words(after)));
        }
        return resolved;
    }

    /** Returns locations with named ones where the profile has them; relative paths start at the working folder. */
    List<String> sources(CliContext context, List<String> locations) {
        return locations.stream().map(location -> isNamed(location) ? text(place(context, location), false) : location).toList();
    }

    /** Returns the target's location likewise. */
    String target(CliContext context, String location) {
        if (!isNamed(location)) {
            return location;
        }
        Plan.Target place = place(context, location);
        context.terminal().err().println(Messages.get("cli.profile.place", name(location), words(place)));
        return text(place, true);
    }

    /** Throws USAGE if a profile is asked for and nothing here is named: it would change nothing. */
    void requireUse(boolean used) {
        if (!used && profile != null) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.profile.useless"));
        }
    }

    /**
     * Lets writing into a protected place pass only with consent.
     *
     * @throws GodwitException TARGET_PROTECTED
     */
    void requireConsent(CliContext context, Plan plan, Path folder, RunFlags flags) {
        Plan.Target target = plan.target();
        if (target == null || flags.dryRun() || flags.agreed()) {
            return;
        }
        choice(context).guardian(plan, folder).ifPresent(guardian -> {
            throw new GodwitException(ErrorCode.TARGET_PROTECTED, words(target), guardian);
        });
    }

    static boolean isNamed(String location) {
        return location.startsWith(ProfileChoice.PREFIX);
    }

    static String name(String location) {
        return location.substring(ProfileChoice.PREFIX.length());
    }

    private Plan.Target place(CliContext context, String location) {
        return choice(context).place(name(location), PlanPaths.workingFolder());
    }

    private ProfileChoice choice(CliContext context) {
        String set = context.environment().apply(Profiles.VARIABLE);
        return new ProfileChoice(file, Optional.ofNullable(profile).or(() -> Optional.ofNullable(set).filter(name -> !name.isBlank())));
    }

    private static String words(Plan.Target place) {
        return place.connection() == null ? place.path() : place.connection().text();
    }

    private static String text(Plan.Target place, boolean asTarget) {
        if (place.connection() != null) {
            return place.connection().address();
        }
        return asTarget && OF_FOLDERS.contains(place.type()) ? place.type() + ":" + place.path() : place.path();
    }
}
