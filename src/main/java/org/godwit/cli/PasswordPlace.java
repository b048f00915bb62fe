package org.godwit.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.godwit.model.SecretPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Says where the password of servers is; never the password. */
final class PasswordPlace {
    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    /** One of the places. */
    static final class Choice {
        @Option(names = "--password-env", paramLabel = "NAME", description = "The password of a server is in this environment variable.")
        private @Nullable String variable;

        @Option(names = "--password-file", paramLabel = "FILE", description = "The password of a server is in this file.")
        private @Nullable Path file;

        @Option(names = "--password-keystore", paramLabel = "NAME", description = "The password of a server is in the key store of this system: godwit secret.")
        private @Nullable String entry;

        private SecretPlace place() {
            if (entry != null) {
                return new SecretPlace(SecretPlace.Kind.KEYCHAIN, entry);
            }
            return variable != null ? new SecretPlace(SecretPlace.Kind.ENV, variable) : new SecretPlace(SecretPlace.Kind.FILE, String.valueOf(file));
        }
    }

    /** Returns the location with the place of its password, if it is a server that does not say one. */
    String in(String location) {
        Choice chosen = choice;
        if (chosen == null || !Locations.isServer(location) || location.contains("passwordFrom=")) {
            return location;
        }
        return location + (location.contains("?") ? "&" : "?") + "passwordFrom=" + URLEncoder.encode(chosen.place().text(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
