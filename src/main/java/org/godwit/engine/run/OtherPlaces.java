package org.godwit.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.duck.Sql;
import org.godwit.engine.target.RecordedRun;
import org.godwit.model.Plan;

/**
 * Sources of earlier runs that are still where they were, and are none of this run's: what is called the same here is another file,
 * as {@code 2026/results} is not {@code 2025/results}. A source that is no longer there may have been moved here. Immutable.
 */
final class OtherPlaces {
    /** By run, what the names of files of such sources begin with. */
    private final Map<String, List<String>> beginnings;

    private OtherPlaces(Map<String, List<String>> beginnings) {
        this.beginnings = beginnings;
    }

    /** @param base where relative paths start */
    static OtherPlaces of(List<RecordedRun> earlier, Plan plan, Path base) {
        Map<String, List<String>> beginnings = new HashMap<>();
        for (RecordedRun run : earlier) {
            for (Plan.Source source : run.plan().sources()) {
                if (source.connection() == null && plan.sources().stream().noneMatch(here -> mayBe(source, here, base))) {
                    beginnings.computeIfAbsent(run.id(), _ -> new ArrayList<>()).add(run.plan().prefix(source));
                }
            }
        }
        return new OtherPlaces(beginnings);
    }

    /** Returns whether a source may be one of now, or a part of it, or hold it. */
    private static boolean mayBe(Plan.Source earlier, Plan.Source now, Path base) {
        if (now.connection() != null) {
            return false;
        }
        try {
            Path was = base.resolve(earlier.path()).toAbsolutePath().normalize();
            Path is = base.resolve(now.path()).toAbsolutePath().normalize();
            if (!Files.exists(was) || !Files.exists(is) || was.startsWith(is) || is.startsWith(was)) {
                return true;
            }
            return Files.isSameFile(was, is);
        } catch (IOException | InvalidPathException e) {
            return true;
        }
    }

    /** Returns whether a file that a run has read was at another place. */
    boolean had(String run, String file) {
        return beginnings.getOrDefault(run, List.of()).stream().anyMatch(file::startsWith);
    }

    /** Returns the condition, in SQL, for records (with run and file) that are none of such sources. */
    String others() {
        List<String> conditions = new ArrayList<>();
        beginnings.forEach((run, names) -> names.forEach(name -> conditions.add(
                "(run = " + Sql.literal(run) + (name.isEmpty() ? "" : " AND starts_with(file, " + Sql.literal(name) + ")") + ")")));
        return conditions.isEmpty() ? "TRUE" : "NOT (" + String.join(" OR ", conditions) + ")";
    }
}
