package org.godwit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.godwit.analysis.explore.Explorer;
import org.godwit.app.Screenshots;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.duck.Leases;
import org.godwit.store.Workspace;

/**
 * Makes the pictures of the documentation with the real engine: {@code Pictures FOLDER SOURCE [DATABASE]}. The source is copied,
 * so that the database beside it goes away with the copy.
 */
public final class Pictures {
    private Pictures() {}

    public static void main(String[] args) {
        try {
            take(args);
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            // The thread of JavaFX would keep the process.
            System.exit(1);
        }
    }

    private static void take(String... args) throws Exception {
        // A short place: it is seen in the pictures.
        Path place = Path.of(System.getProperty("java.io.tmpdir")).resolve("results");
        clear(place);
        Path copy = Files.createDirectories(place.resolve("benchmark-results"));
        Path source = Path.of(args[1]);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    Path to = copy.resolve(source.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        Workspace workspace = new Workspace(Files.createTempDirectory("godwit-home"));
        if (args.length > 2) {
            Path database = Files.copy(Path.of(args[2]), copy.resolveSibling(String.valueOf(Path.of(args[2]).getFileName())));
            Screenshots.takePlaces(Path.of(args[0]), database, Wiring.workbench(workspace), TableOpener.of(new Explorer(new Leases())));
        }
        Screenshots.take(Path.of(args[0]), copy, Wiring.workbench(workspace), TableOpener.of(new Explorer(new Leases())));
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
