package org.godwit.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.engine.text.Messages;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A file of profiles, {@value #FILE} beside a plan: the same names lead to other places in each of them.
 *
 * @param usual the profile that is taken if none is asked for; empty if the file does not say
 * @param profiles by their names, in the order of the file
 */
public record Profiles(Path file, String usual, Map<String, Profile> profiles) {
    /** The name that is looked for beside a plan. */
    public static final String FILE = "godwit-profiles.json";
    /** The variable of the environment that chooses a profile. */
    public static final String VARIABLE = "GODWIT_PROFILE";

    private static final int POSTGRESQL_PORT = 5432;
    private static final int MYSQL_PORT = 3306;

    public Profiles {
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    }

    /** Returns the profiles of a folder; empty if it has none. */
    public static Optional<Profiles> beside(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * Reads a file; relative paths in it start at its folder.
     *
     * @throws GodwitException PROFILES_MISSING, SOURCE_UNREADABLE, PLAN_MALFORMED, PROFILES_INVALID
     */
    public static Profiles read(Path file) {
        Faults faults = new Faults();
        JsonValue json = JsonText.parse(bytes(file), file.toString(), faults);
        SchemaRules.profiles().check(json, faults);
        Profiles read = built(file, json, faults);
        if (!faults.isEmpty()) {
            String lines = faults.list().stream().map(PlanFault::toString).collect(Collectors.joining("\n"));
            throw new GodwitException(ErrorCode.PROFILES_INVALID, file, lines);
        }
        return read;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new GodwitException(e, ErrorCode.PROFILES_MISSING, file, Messages.get("profiles.named.file"));
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** What is not as the schema wants it was reported, and is left out here. */
    private static Profiles built(Path file, JsonValue json, Faults faults) {
        PlanBuilder builder = new PlanBuilder(faults);
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Pointer at = Pointer.ROOT.to("profiles");
        members(members(json).get("profiles")).forEach((name, profile) -> {
            Map<String, Plan.Target> places = new LinkedHashMap<>();
            members(members(profile).get("places")).forEach(
                    (called, place) -> places.put(called, absolute(builder.target(place, at.to(name).to("places").to(called)), folder)));
            profiles.put(name, new Profile(name, members(profile).get("protected") instanceof JsonValue.Bool(boolean yes) && yes, places));
        });
        String usual = members(json).get("default") instanceof JsonValue.Str(String text) ? text : "";
        if (!usual.isEmpty() && !profiles.containsKey(usual)) {
            faults.addName(Pointer.ROOT.to("default"), "profiles.default", usual, profiles.keySet());
        }
        return new Profiles(file, usual, profiles);
    }

    private static Map<String, JsonValue> members(@Nullable JsonValue json) {
        return json instanceof JsonValue.Obj object ? object.members() : Map.of();
    }

    private static Plan.Target absolute(Plan.Target place, Path folder) {
        return place.connection() == null ? place.withPath(PlanPlaces.absolute(place.path(), folder)) : place;
    }

    /**
     * Returns the profile of a name; without one the usual one, or the only one there is.
     *
     * @throws GodwitException PROFILE_UNKNOWN, PROFILE_NEEDED
     */
    public Profile profile(Optional<String> asked) {
        List<String> names = List.copyOf(profiles.keySet());
        String name = asked.orElse(usual.isEmpty() && names.size() == 1 ? names.get(0) : usual);
        if (name.isEmpty()) {
            throw new GodwitException(ErrorCode.PROFILE_NEEDED, file, Faults.names(names));
        }
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new GodwitException(ErrorCode.PROFILE_UNKNOWN, file, name, Profile.known(name, names));
        }
        return profile;
    }

    /** Returns the profile that protects a target, by whichever way a plan came to it; relative paths start at the base. */
    public Optional<Profile> guardian(Plan.Target target, Path base) {
        return profiles.values().stream()
                .filter(Profile::isProtected)
                .filter(profile -> profile.places().values().stream().anyMatch(place -> isSame(place, absolute(target, base))))
                .findFirst();
    }

    /** Users and passwords make no other place of a database. */
    private static boolean isSame(Plan.Target one, Plan.Target other) {
        Connection first = one.connection();
        Connection second = other.connection();
        if (first == null || second == null) {
            return first == null && second == null && one.path().equals(other.path());
        }
        boolean sameHost = first.host().equalsIgnoreCase(second.host()) || (first.isLocal() && second.isLocal());
        return sameHost && port(first) == port(second) && first.database().equals(second.database());
    }

    private static int port(Connection connection) {
        return connection.port() != 0 ? connection.port() : connection.type().equals("postgresql") ? POSTGRESQL_PORT : MYSQL_PORT;
    }
}
