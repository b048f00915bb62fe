package org.godwit.connector.table;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.godwit.model.OwnTables;

/**
 * What lies in a folder, or what a glob of one fits, sorted by what its names tell.
 *
 * @param named names of files that some connector of tables knows by their ending
 * @param unnamed files whose names tell nothing: only their content can say what they are
 * @param hasOthers whether there are documents by their names, or folders
 */
record FolderFiles(List<String> named, List<Path> unnamed, boolean hasOthers) {
    private static final FolderFiles NONE = new FolderFiles(List.of(), List.of(), true);
    /** Databases that lie in one folder; with more of them somebody has to say which. */
    private static final int MOST = 200;

    FolderFiles {
        named = List.copyOf(named);
        unnamed = List.copyOf(unnamed);
    }

    /**
     * @param isDocument whether a file is one of documents by its name
     * @param isTable whether a connector of tables knows a file by its name
     */
    static FolderFiles of(Path place, Predicate<String> isDocument, Predicate<String> isTable) {
        String name = String.valueOf(place.getFileName());
        boolean folder = Files.isDirectory(place);
        Path within = folder ? place : place.toAbsolutePath().getParent();
        if (within == null || (!folder && (Files.exists(place) || !name.contains("*"))) || !Files.isDirectory(within)) {
            return NONE;
        }
        try (Stream<Path> files = Files.list(within)) {
            PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + (folder ? "*" : name));
            return sorted(files.filter(file -> fits.matches(file.getFileName())), isDocument, isTable);
        } catch (IOException | PatternSyntaxException e) {
            return NONE;
        }
    }

    /** Of many files with the names of documents nothing is looked at but the name. Links are not followed. */
    private static FolderFiles sorted(Stream<Path> files, Predicate<String> isDocument, Predicate<String> isTable) {
        List<String> named = new ArrayList<>();
        List<Path> unnamed = new ArrayList<>();
        boolean others = false;
        for (Iterator<Path> all = files.iterator(); all.hasNext(); ) {
            Path file = all.next();
            String name = String.valueOf(file.getFileName());
            if (isDocument.test(name) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                others = true;
            } else if (!name.startsWith(".") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                if (isTable.test(name)) {
                    named.add(name);
                } else if (!OwnTables.isOwn(name)) {
                    unnamed.add(file);
                }
            }
        }
        unnamed.sort(Comparator.naturalOrder());
        return unnamed.size() > MOST ? new FolderFiles(named, List.of(), true) : new FolderFiles(named, unnamed, others);
    }
}
