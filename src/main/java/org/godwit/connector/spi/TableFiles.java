package org.godwit.connector.spi;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Files that each hold one table, at a location that is a file, a folder or a glob. */
public final class TableFiles {
    private static final String GLOB = "*?[{";

    /**
     * A file.
     *
     * @param table its name without what tells the format
     * @param bytes its size when it was listed
     * @param modifiedMillis likewise
     */
    public record TableFile(String table, Path path, long bytes, long modifiedMillis) {
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

    private final List<String> suffixes;
    private final List<TableFile> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TableFiles(List<String> suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * Lists files by name. What a folder or a glob holds is not looked for below it; a link is followed.
     *
     * @param suffixes what the names end in, longest first, in small letters
     * @throws GodwitException SOURCE_MISSING, SOURCE_UNREADABLE, or SOURCE_EMPTY if there is no such file
     */
    public static List<TableFile> list(Place place, List<String> suffixes) {
        if (!(place instanceof Place.Files(Path path))) {
            throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, place.text());
        }
        TableFiles found = new TableFiles(suffixes);
        try {
            found.location(path);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, path, Objects.toString(e.getMessage()));
        }
        if (found.files.isEmpty()) {
            throw new GodwitException(ErrorCode.SOURCE_EMPTY, path);
        }
        found.files.sort(Comparator.comparing(TableFile::table));
        return List.copyOf(found.files);
    }

    private void location(Path path) throws IOException {
        Path folder = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path.toAbsolutePath());
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            folder(path, null);
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            file(path);
        } else if (name.chars().anyMatch(c -> GLOB.indexOf(c) >= 0) && Files.isDirectory(folder)) {
            folder(folder, FileSystems.getDefault().getPathMatcher("glob:" + name));
        } else {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, path);
        }
    }

    private void folder(Path folder, @Nullable PathMatcher matcher) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> paths = all.sorted().toList();
            for (Path path : paths) {
                String name = String.valueOf(path.getFileName());
                boolean hidden = name.startsWith(".");
                boolean wanted = matcher == null ? !hidden && !suffix(name).isEmpty() : matcher.matches(path.getFileName());
                if (wanted && Files.isRegularFile(path)) {
                    file(path);
                }
            }
        }
    }

    private String suffix(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return suffixes.stream().filter(small::endsWith).findFirst().orElse("");
    }

    private void file(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, path, "it is no regular file");
        }
        String name = String.valueOf(path.getFileName());
        String stem = name.substring(0, name.length() - suffix(name).length());
        // Two files may differ in what tells the format only.
        String table = !stem.isEmpty() && names.add(stem) ? stem : name;
        names.add(table);
        files.add(new TableFile(table, path.toAbsolutePath(), attributes.size(), attributes.lastModifiedTime().toMillis()));
    }
}
