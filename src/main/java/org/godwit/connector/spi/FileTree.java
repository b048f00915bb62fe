package org.godwit.connector.spi;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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

    /**
     * Looks at a folder or a glob.
     *
     * @return nothing at all if there is no such place
     */
    public static FileTree of(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return new Walk(place, name -> true).to(Integer.MAX_VALUE);
        }
        boolean glob = Glob.isGlob(place.toString()) && !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        Glob.Below below = glob ? Glob.below(place) : null;
        if (below == null || !Files.isDirectory(below.base())) {
            return new FileTree(place, List.of(), List.of());
        }
        return new Walk(below.base(), below.glob()::matches).to(below.depth());
    }

    /** Returns the name of a file below the base, {@code /} between folders. */
    public String name(Path file) {
        return Glob.slashed(base.relativize(file));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path base;
        private final Predicate<String> wanted;
        private final List<Path> files = new ArrayList<>();
        private final List<Closed> closed = new ArrayList<>();

        Walk(Path base, Predicate<String> wanted) {
            this.base = base;
            this.wanted = wanted;
        }

        FileTree to(int depth) throws IOException {
            Files.walkFileTree(base, EnumSet.noneOf(FileVisitOption.class), depth, this);
            files.sort(Comparator.naturalOrder());
            closed.sort(Comparator.comparing(Closed::path));
            return new FileTree(base, files, closed);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = Objects.toString(folder.getFileName(), "");
            if (folder.equals(base)) {
                return FileVisitResult.CONTINUE;
            }
            if (name.startsWith(".") || ENGINES.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(folder.resolve(OwnTables.NOTE))) {
                closed.add(new Closed(folder, "Godwit has written this folder: name it itself to read it", false));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean folder = attributes.isDirectory() || (attributes.isSymbolicLink() && Files.isDirectory(file));
            boolean hidden = Objects.toString(file.getFileName(), "").startsWith(".");
            if (!folder && !hidden && wanted.test(Glob.slashed(base.relativize(file)))) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(base)) {
                throw e;
            }
            closed.add(new Closed(file, IoReasons.of(e), true));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
        }
    }
}
