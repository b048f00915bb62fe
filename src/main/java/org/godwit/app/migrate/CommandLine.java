package org.godwit.app.migrate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The exact command line that does what the window does. */
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private CommandLine() {}

    /** Returns it, or empty if a plan was opened and another target chosen: a plan names its target itself. */
    static Optional<String> of(Discovery found, Path target, Optional<String> recipe) {
        if (found.plan().isPresent()) {
            String file = found.plan().get().file().toString();
            return found.target().equals(target) ? Optional.of("godwit run " + quote(file)) : Optional.empty();
        }
        String places = found.places().stream().map(Path::toString).map(CommandLine::quote).collect(Collectors.joining(" "));
        String how = recipe.map(name -> " --recipe " + quote(name)).orElse("");
        return Optional.of("godwit migrate " + places + " --to " + quote(target.toString()) + how);
    }

    /** Quotes a word so that a shell takes it as it is. */
    private static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        boolean windows = java.io.File.separatorChar == '\\';
        return windows ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
