package org.godwit.app.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.godwit.engine.plan.Profile;
import org.godwit.engine.plan.Profiles;
import org.godwit.model.Connection;

/**
 * A server that a profile has a name for.
 *
 * @param file where the profile stands
 * @param name what plans call it
 */
public record NamedPlace(Path file, String profile, String name, Connection connection) {
    /**
     * Returns the servers of the profiles of a folder, in the order of their file. Blocks.
     *
     * @throws org.godwit.model.GodwitException if the file of profiles cannot be read
     */
    static List<NamedPlace> in(Path folder) {
        List<NamedPlace> found = new ArrayList<>();
        Profiles.beside(folder).ifPresent(known -> {
            for (Profile profile : known.profiles().values()) {
                profile.places().forEach((name, place) -> {
                    Connection server = place.connection();
                    if (server != null && ServerKind.of(server.type()).isPresent()) {
                        found.add(new NamedPlace(known.file().toAbsolutePath().normalize(), profile.name(), name, server));
                    }
                });
            }
        });
        return found;
    }
}
