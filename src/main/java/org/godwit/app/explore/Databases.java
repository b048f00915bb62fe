package org.godwit.app.explore;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.app.fx.Settings;
import org.godwit.engine.Queryable;
import org.godwit.engine.Workbench;
import org.godwit.model.RunSummary;

/** The databases that can be looked into: those that were opened here, then the targets of runs, newest first. */
final class Databases {
    private static final String KEY = "explore.databases";
    private static final int MOST = 12;
    private static final int MOST_RUNS = 200;

    private final Workbench workbench;
    private final Settings settings;

    Databases(Workbench workbench, Settings settings) {
        this.workbench = workbench;
        this.settings = settings;
    }

    /** Returns those that were opened here, newest first; only for the FX thread. */
    List<Path> opened() {
        return paths(settings.get(KEY, "").lines().toList());
    }

    /** Puts one at the beginning of those that were opened here. */
    void remember(Path database) {
        Set<Path> all = new LinkedHashSet<>(List.of(database));
        all.addAll(opened());
        settings.put(KEY, all.stream().limit(MOST).map(Path::toString).collect(Collectors.joining("\n")));
    }

    /** Returns all that exist; blocks. */
    List<Path> existing(List<Path> opened) {
        Set<Path> all = new LinkedHashSet<>(opened);
        all.addAll(paths(workbench.runs(MOST_RUNS).stream().map(RunSummary::target).filter(Queryable::test).toList()));
        return all.stream().filter(Files::isRegularFile).limit(2L * MOST).toList();
    }

    private static List<Path> paths(List<String> texts) {
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            try {
                if (!text.isBlank()) {
                    paths.add(Path.of(text).toAbsolutePath().normalize());
                }
            } catch (InvalidPathException e) {
                // A target that is no file.
            }
        }
        return paths;
    }
}
