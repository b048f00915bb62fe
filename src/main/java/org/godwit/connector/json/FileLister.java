package org.godwit.connector.json;

import java.io.IOException;
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
import java.util.Locale;
import java.util.function.Predicate;
import org.godwit.connector.spi.Glob;
import org.godwit.connector.spi.IoReasons;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.FileReport.Status;
import org.godwit.model.GodwitException;
import org.godwit.model.OwnTables;
import org.godwit.model.Problem;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Lists one location by names and attributes only; opens nothing, so that a pipe cannot make it wait. */
final class FileLister {
    private static final List<String> SUFFIXES = List.of(".json", ".jsonl", ".ndjson");

    private final List<Glob> include;
    private final TaskContext context;
    private final List<SourceFile> found = new ArrayList<>();
    private final List<FileReport> others = new ArrayList<>();

    FileLister(List<String> include, TaskContext context) {
        this.include = include.stream().map(Glob::new).toList();
        this.context = context;
    }

    Listing list(Path location) {
        if (Files.exists(location, LinkOption.NOFOLLOW_LINKS)) {
            named(location);
        } else if (Glob.isGlob(location.toString())) {
            glob(location);
        } else {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, location);
        }
        found.sort(Comparator.comparing(SourceFile::name, FileLister::compareCodePoints));
        others.sort(Comparator.comparing(FileReport::path, FileLister::compareCodePoints));
        List<SourceFile> files = new ArrayList<>(found.size());
        for (SourceFile file : found) {
            files.add(new SourceFile(files.size(), file.path(), file.name(), file.bytes(), file.modifiedMillis()));
        }
        return new Listing(files, others);
    }

    /** A link that was named itself is followed; links found below are not. */
    private void named(Path location) {
        try {
            Path real = Files.isSymbolicLink(location) ? location.toRealPath() : location;
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                walk(real, Integer.MAX_VALUE, this::isIncluded, true);
            } else {
                file(real, fileName(location), attributes, name -> true, true);
            }
        } catch (IOException e) {
            other(fileName(location), Status.UNREADABLE, IoReasons.of(e), null);
        }
    }

    private void glob(Path location) {
        Glob.Below below = Glob.below(location);
        if (!Files.isDirectory(below.base())) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, location);
        }
        walk(below.base(), below.depth(), below.glob()::matches, false);
        if (found.isEmpty() && others.isEmpty()) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, location);
        }
    }

    private boolean isIncluded(String name) {
        if (!include.isEmpty()) {
            return include.stream().anyMatch(glob -> glob.matches(name));
        }
        return isDocument(name);
    }

    private static boolean isOwn(String name) {
        return OwnTables.isOwn(name.substring(name.lastIndexOf('/') + 1));
    }

    /** Returns whether a name is that of a file of documents. */
    static boolean isDocument(String name) {
        if (isOwn(name)) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String unpacked = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return SUFFIXES.stream().anyMatch(unpacked::endsWith);
    }

    private void walk(Path base, int depth, Predicate<String> isSource, boolean reportOthers) {
        try {
            Files.walkFileTree(base, EnumSet.noneOf(java.nio.file.FileVisitOption.class), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    context.checkCancelled();
                    // Beyond the greatest depth, folders come here too.
                    if (!attributes.isDirectory()) {
                        file(path, Glob.slashed(base.relativize(path)), attributes, isSource, reportOthers);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    String name = path.equals(base) ? fileName(base) : Glob.slashed(base.relativize(path));
                    other(name, Status.UNREADABLE, IoReasons.of(e), null);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
                    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(path, e);
                }
            });
        } catch (IOException e) {
            other(fileName(base), Status.UNREADABLE, IoReasons.of(e), null);
        }
    }

    private void file(Path path, String name, BasicFileAttributes attributes, Predicate<String> isSource, boolean reportOthers) {
        if (attributes.isRegularFile() && isSource.test(name)) {
            found.add(new SourceFile(0, path, name, attributes.size(), attributes.lastModifiedTime().toMillis()));
        } else if (reportOthers || isSource.test(name)) {
            // What has a source's name but cannot be opened as one is missing from the result, so it counts.
            Status status = attributes.isRegularFile() || !isSource.test(name) ? Status.OTHER : Status.UNREADABLE;
            other(name, status, reason(name, attributes), attributes);
        }
    }

    private String reason(String name, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "a symbolic link: links are not followed; name its target itself to read it";
        }
        if (isOwn(name)) {
            return "Godwit's own: it tells of the files beside it";
        }
        if (attributes.isRegularFile()) {
            return include.isEmpty() ? "not a JSON file by its name" : "left out by the plan's include patterns";
        }
        return "not a regular file (a pipe, socket or device): not opened";
    }

    private void other(String name, Status status, String reason, @Nullable BasicFileAttributes attributes) {
        long bytes = attributes == null || !attributes.isRegularFile() ? 0 : attributes.size();
        long modified = attributes == null ? 0 : attributes.lastModifiedTime().toMillis();
        others.add(new FileReport(name, bytes, modified, "", status, 0, new Problem(name, 0, 0, -1, reason, "")));
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Orders by code points; the order of {@link String} differs beyond the first 65,536. */
    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothHigh = x >= Character.MIN_SURROGATE && y >= Character.MIN_SURROGATE;
                return bothHigh && Character.isSurrogate(x) != Character.isSurrogate(y)
                        ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y))
                        : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
