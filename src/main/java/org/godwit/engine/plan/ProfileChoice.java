package org.godwit.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Which profile is meant, and of which file.
 *
 * @param file the file that was named; null for the one beside the plan
 * @param asked the profile that was named; empty for what the environment or the file says
 */
public record ProfileChoice(@Nullable Path file, Optional<String> asked) {
    /** What starts a location that is only named, as in {@code place:results-db}. */
    public static final String PREFIX = "place:";

    /** Returns what the environment of this process says. */
    public static ProfileChoice ofProcess() {
        return new ProfileChoice(null, Optional.ofNullable(System.getenv(Profiles.VARIABLE)).filter(name -> !name.isBlank()));
    }

    /**
     * Returns a plan with the names of places that were put in their places' stead, where they are still the same.
     *
     * @param written as it stands in its file
     * @param read the same with its places where the profile has them
     */
    public static Plan named(Plan plan, Plan written, Plan read) {
        List<Plan.Source> sources = new ArrayList<>(plan.sources());
        for (int i = 0; i < sources.size() && sources.size() == written.sources().size(); i++) {
            Plan.Source was = written.sources().get(i);
            if (was.type().equals(Plan.PLACE) && sources.get(i).equals(read.sources().get(i))) {
                sources.set(i, was);
            }
        }
        Plan.Target was = written.target();
        boolean same = was != null && was.type().equals(Plan.PLACE) && read.target() != null && read.target().equals(plan.target());
        return plan.between(sources, same ? was : plan.target());
    }

    /**
     * Returns the place of a name.
     *
     * @param folder where the file of profiles is looked for
     * @throws GodwitException PROFILES_MISSING, PROFILES_INVALID, PROFILE_UNKNOWN, PROFILE_NEEDED, PLACE_UNKNOWN
     */
    public Plan.Target place(String name, Path folder) {
        return profile(folder, Messages.get("profiles.named.place", name)).place(name);
    }

    /**
     * Returns the plan with its places where the profile has them; a plan that names none is left as it is.
     *
     * @param folder that of the plan
     * @throws GodwitException PROFILES_MISSING, PROFILES_INVALID, PROFILE_UNKNOWN, PROFILE_NEEDED, PLACE_UNKNOWN
     */
    public Plan resolved(Plan plan, Path folder) {
        return plan.namesPlaces() ? profile(folder, Messages.get("profiles.named.plan")).resolved(plan) : plan;
    }

    private Profile profile(Path folder, String needed) {
        return profiles(folder)
                .orElseThrow(() -> new GodwitException(ErrorCode.PROFILES_MISSING, folder.resolve(Profiles.FILE), needed))
                .profile(asked);
    }

    /** Returns the name of the profile that protects the target of a plan, however the plan came to it; empty if none does. */
    public Optional<String> guardian(Plan plan, Path folder) {
        Plan.Target target = plan.target();
        return target == null ? Optional.empty() : profiles(folder).flatMap(known -> known.guardian(target, folder)).map(Profile::name);
    }

    private Optional<Profiles> profiles(Path folder) {
        return file == null ? Profiles.beside(folder) : Optional.of(Profiles.read(file));
    }
}
