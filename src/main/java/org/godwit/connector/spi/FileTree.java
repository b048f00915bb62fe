package org.godwit.connector.spi;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.godwit.model.OwnTables;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and of the folders in it, or those that a glob fits, by their names. Hidden files and folders, those in
 * which engines keep what is theirs and folders that Godwit has written stay closed; links to folders are not followed.
 *
 * @param base where names start
 * @param files in the order of their names
 * @param closed folders of Godwit, and what cannot be looked into, with the reason
 */
public record FileTree(Path base, List<Path> files, List<Closed> closed) {
    private static final Set<String> ENGINES = Set.of("_delta_log", "_spark_metadata", "_temporary");

    /**
     * What is not looked into.
     *
     * @param broken whether it cannot be; otherwise nobody has asked for it
     */
    public record Closed(Path path, String reason, boolean broken) {}

    public FileTree {
        files = List.copyOf(files);
        closed = List.copyOf(closed);
    }

    /** Looks at all files of a folder or a glob. */
    public static FileTree of(Path place) throws IOException {
        return of(place, name -> false);
    }

    /**
     * Looks at a folder or a glob.
     *
     * @param passed names that are not even looked at: there may be very many
     * @return nothing at all if there is no such place
     */
    public static FileTree of(Path place, Predicate<String> passed) throws IOException {
        if (Files.isDirectory(place)) {
            return new Walk(place, null, passed).to(Integer.MAX_VALUE);
        }
        boolean glob = Glob.isGlob(place.toString()) && !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        Glob.Below below = glob ? Glob.below(place) : null;
        if (below == null || !Files.isDirectory(below.base())) {
            return new FileTree(place, List.of(), List.of());
        }
        return new Walk(below.base(), below.glob(), passed).to(below.depth());
    }

    /** Returns the name of a file below the base, {@code /} between folders. */
    public String name(Path file) {
        return Glob.slashed(base.relativize(file));
    }

    private static final class Walk {
        private final Path base;
        private final @Nullable Glob glob;
        private final Predicate<String> passed;
        private final List<Path> files = new ArrayList<>();
        private final List<Closed> closed = new ArrayList<>();

        Walk(Path base, @Nullable Glob glob, Predicate<String> passed) {
            this.base = base;
            this.glob = glob;
            this.passed = passed;
        }

        FileTree to(int depth) throws IOException {
            walk(base, depth);
            files.sort(Comparator.naturalOrder());
            closed.sort(Comparator.comparing(Closed::path));
            return new FileTree(base, files, closed);
        }

        private void walk(Path folder, int depth) throws IOException {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = Objects.toString(entry.getFileName(), "");
                    if (!name.startsWith(".") && !passed.test(name)) {
                        look(entry, name, depth);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        private void look(Path entry, String name, int depth) {
            if (!Files.isDirectory(entry)) {
                if (glob == null || glob.matches(Glob.slashed(base.relativize(entry)))) {
                    files.add(entry);
                }
            } else if (!Files.isSymbolicLink(entry) && depth > 1 && !ENGINES.contains(name)) {
                enter(entry, depth - 1);
            }
        }

        private void enter(Path folder, int depth) {
            if (Files.exists(folder.resolve(OwnTables.NOTE))) {
                // Who writes a glob has not asked for what it does not fit.
                if (glob == null) {
                    closed.add(new Closed(folder, "Godwit has written this folder: name it itself to read it", false));
                }
                return;
            }
            try {
                walk(folder, depth);
            } catch (IOException e) {
                closed.add(new Closed(folder, IoReasons.of(e), true));
            }
        }
    }
}
