package org.godwit.engine.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.godwit.model.Connection;
import org.godwit.model.Plan;
import org.jspecify.annotations.Nullable;

/** Moves a plan to another folder: its relative paths then start there and still lead to the same places. */
public final class PlanPlaces {
    private static final String WILDCARDS = "*?[{";

    private PlanPlaces() {}

    /** Returns the plan as it must be written into a folder: its relative paths started at another one. */
    public static Plan moved(Plan plan, Path from, Path to) {
        if (from.equals(to)) {
            return plan;
        }
        return relocated(plan, path -> moved(path, from, to));
    }

    /** Returns a path that leads to the same place from another folder. */
    public static String moved(String path, Path from, Path to) {
        int wild = 0;
        while (wild < path.length() && WILDCARDS.indexOf(path.charAt(wild)) < 0) {
            wild++;
        }
        // A wildcard is no part of a path on every system: only the folders before it are.
        int cut = wild == path.length() ? wild : path.lastIndexOf('/', wild) + 1;
        Path fixed = Path.of(path.substring(0, cut));
        if (fixed.isAbsolute()) {
            return path;
        }
        if (!Objects.equals(from.getRoot(), to.getRoot())) {
            return from.resolve(fixed).normalize().toString().replace('\\', '/') + (cut < path.length() ? "/" + path.substring(cut) : "");
        }
        String start = to.relativize(from.resolve(fixed).normalize()).toString().replace('\\', '/');
        String rest = path.substring(cut);
        if (rest.isEmpty()) {
            return start.isEmpty() ? "." : start;
        }
        return start.isEmpty() ? rest : start + "/" + rest;
    }

    /** Returns the plan with absolute paths, so that it means the same in every folder. */
    public static Plan absolute(Plan plan, Path base) {
        return relocated(plan, path -> absolute(path, base));
    }

    /** Returns the plan with other paths of files; servers and places that are only named stay where they are. */
    private static Plan relocated(Plan plan, UnaryOperator<String> path) {
        Plan.Target target = plan.target();
        return plan.between(
                plan.sources().stream().map(source -> isFile(source.type(), source.connection()) ? source.withPath(path.apply(source.path())) : source).toList(),
                target != null && isFile(target.type(), target.connection()) ? target.withPath(path.apply(target.path())) : target);
    }

    private static boolean isFile(String type, @Nullable Connection connection) {
        return connection == null && !type.equals(Plan.PLACE);
    }

    static String absolute(String path, Path base) {
        // A wildcard is no part of a path on every system, so the text is put together.
        boolean wild = path.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
        if (!wild) {
            return base.resolve(path).toAbsolutePath().normalize().toString();
        }
        return path.startsWith("/") ? path : base.toAbsolutePath().normalize().toString().replace('\\', '/') + "/" + path;
    }
}
