package org.godwit.connector.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.godwit.connector.spi.FileTree;
import org.godwit.model.OwnTables;

/**
 * What lies in a folder, or what a glob of one fits, sorted by what its names tell.
 *
 * @param named names of files that some connector of tables knows by their ending
 * @param unnamed files whose names tell nothing: only their content can say what they are
 * @param hasOthers whether there are documents by their names
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
        boolean folder = Files.isDirectory(place);
        AtomicBoolean others = new AtomicBoolean();
        try {
            // Those of a folder need no look: there may be very many.
            FileTree tree = FileTree.of(place, name -> {
                boolean document = folder && isDocument.test(name);
                others.compareAndSet(false, document);
                return document || OwnTables.isOwn(name);
            });
            if (!Files.isDirectory(tree.base())) {
                return NONE;
            }
            List<String> named = new ArrayList<>();
            List<Path> unnamed = new ArrayList<>();
            for (Path file : tree.files()) {
                String name = String.valueOf(file.getFileName());
                if (isDocument.test(name)) {
                    others.set(true);
                } else if (isTable.test(name)) {
                    named.add(name);
                } else {
                    unnamed.add(file);
                }
            }
            return unnamed.size() > MOST
                    ? new FolderFiles(named, List.of(), true)
                    : new FolderFiles(named, unnamed.stream().filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList(), others.get());
        } catch (IOException | PatternSyntaxException e) {
            return NONE;
        }
    }
}
