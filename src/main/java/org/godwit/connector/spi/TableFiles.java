package org.godwit.connector.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Problem;

/** Files that each hold one table, at a location that is a file, a folder or a glob. */
public final class TableFiles {
    /**
     * A file.
     *
     * @param table its name without what tells the format
     * @param bytes its size when it was listed
     * @param modifiedMillis likewise
     */
    public record TableFile(String table, Path path, long bytes, long modifiedMillis) {
        /**
         * Returns what to say of a file that holds no table.
         *
         * @param place where it was found
         * @param reason why it could not be read; empty if there is nothing in it
         */
        public FileReport without(Place place, String reason) {
            String name = (place instanceof Place.Files files ? files.name() : "") + "#" + table;
            FileReport.Status status = reason.isEmpty() ? FileReport.Status.EMPTY : FileReport.Status.UNREADABLE;
            Problem problem = reason.isEmpty() ? null : new Problem(name, 0, 0, -1, reason, "");
            return new FileReport(name, bytes, modifiedMillis, "", status, 0, problem);
        }

        /**
         * Returns what to say of a file that cannot be read, if others can.
         *
         * @throws GodwitException the one given, if it is about something else, or if the file is all that somebody named
         */
        public FileReport unreadable(Place place, GodwitException e) {
            if (e.code() != ErrorCode.SOURCE_UNREADABLE || (place instanceof Place.Files(Path where) && where.toAbsolutePath().equals(path))) {
                throw e;
            }
            return without(place, Objects.toString(e.arguments().getLast()));
        }

        /**
         * Refuses a file that is not what was listed.
         *
         * @throws GodwitException SOURCE_CHANGED
         */
        public void checkUnchanged() {
            try {
                if (Files.size(path) == bytes && Files.getLastModifiedTime(path).toMillis() == modifiedMillis) {
                    return;
                }
            } catch (IOException e) {
                throw new GodwitException(e, ErrorCode.SOURCE_CHANGED, path, "it can no longer be read");
            }
            throw new GodwitException(ErrorCode.SOURCE_CHANGED, path, "its size or its time is another one");
        }
    }

    /**
     * What is at a place.
     *
     * @param tables in the order of their names
     * @param others what was not looked into
     */
    public record Found(List<TableFile> tables, List<FileReport> others) {
        public Found {
            tables = List.copyOf(tables);
            others = List.copyOf(others);
        }
    }

    private final List<String> suffixes;
    private final List<TableFile> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TableFiles(List<String> suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * Lists files by name, those in folders below as well ({@link FileTree}); a link to a file is followed.
     *
     * @param suffixes what the names end in, longest first, in small letters
     * @throws GodwitException SOURCE_MISSING, SOURCE_UNREADABLE, or SOURCE_EMPTY if there is no such file
     */
    public static Found list(Place place, List<String> suffixes) {
        if (!(place instanceof Place.Files(Path path))) {
            throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, place.text());
        }
        TableFiles found = new TableFiles(suffixes);
        List<FileReport> others = new ArrayList<>();
        try {
            others.addAll(found.location(path));
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, path, Objects.toString(e.getMessage()));
        }
        if (found.files.isEmpty() && others.stream().noneMatch(other -> other.status() == FileReport.Status.UNREADABLE)) {
            throw new GodwitException(ErrorCode.SOURCE_EMPTY, path);
        }
        found.files.sort(Comparator.comparing(TableFile::table));
        return new Found(found.files, others);
    }

    private List<FileReport> location(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (!folder && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            file(path, String.valueOf(path.getFileName()));
            return List.of();
        }
        FileTree tree = FileTree.of(path);
        if (!folder && (!Glob.isGlob(path.toString()) || !Files.isDirectory(tree.base()))) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, path);
        }
        for (Path file : tree.files()) {
            // Of a folder only what has the name of a table; who writes a glob says what is one.
            if (Files.isRegularFile(file) && (!folder || !suffix(tree.name(file)).isEmpty())) {
                file(file, tree.name(file));
            }
        }
        return tree.closed().stream().map(closed -> report(tree, closed)).toList();
    }

    private static FileReport report(FileTree tree, FileTree.Closed closed) {
        String name = tree.name(closed.path());
        FileReport.Status status = closed.broken() ? FileReport.Status.UNREADABLE : FileReport.Status.OTHER;
        return new FileReport(name, 0, 0, "", status, 0, new Problem(name, 0, 0, -1, closed.reason(), ""));
    }

    private String suffix(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return suffixes.stream().filter(small::endsWith).findFirst().orElse("");
    }

    /** @param name below the place, {@code /} between folders */
    private void file(Path path, String name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, path, "it is no regular file");
        }
        String stem = name.substring(0, name.length() - suffix(name).length());
        // Two files may differ in what tells the format only.
        String table = !stem.isEmpty() && !stem.endsWith("/") && names.add(stem) ? stem : name;
        names.add(table);
        files.add(new TableFile(table, path.toAbsolutePath(), attributes.size(), attributes.lastModifiedTime().toMillis()));
    }
}
