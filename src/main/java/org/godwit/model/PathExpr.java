package org.godwit.model;

import java.util.List;

/**
 * A path of a plan: where a value comes from.
 *
 * @param root where it starts
 * @param name the level's name for LEVEL, KEY and POSITION; {@code name}, {@code stem}, {@code path}, {@code folder} or {@code table} for FILE; otherwise empty
 * @param steps the way from there
 */
public record PathExpr(Root root, String name, List<Step> steps) {
    /** Where a path starts. */
    public enum Root {
        /** {@code $}: the document (or source row). */
        DOCUMENT,
        /** {@code @}: the node that becomes the row. */
        ROW,
        /** The node of a named level. */
        LEVEL,
        /** {@code key(level)}: the key of an entry of a map. */
        KEY,
        /** {@code pos(level)}: the position in an array, from 0. */
        POSITION,
        /** {@code file(name)}: a fact of the source file. */
        FILE
    }

    public PathExpr {
        steps = List.copyOf(steps);
    }

    /** Returns whether some step makes many nodes of one. */
    public boolean fansOut() {
        return steps.stream().anyMatch(Step::fansOut);
    }

    /** Returns the path as written in a plan. */
    public String text() {
        StringBuilder out = new StringBuilder();
        switch (root) {
            case DOCUMENT -> out.append('$');
            case ROW -> out.append('@');
            case LEVEL -> out.append(name);
            case KEY -> out.append("key(").append(name).append(')');
            case POSITION -> out.append("pos(").append(name).append(')');
            case FILE -> out.append("file(").append(name).append(')');
        }
        steps.forEach(step -> appendStep(out, step));
        return out.toString();
    }

    private static void appendStep(StringBuilder out, Step step) {
        if (step instanceof Step.Key key) {
            if (isPlainName(key.name())) {
                out.append('.').append(key.name());
            } else {
                out.append("['").append(key.name().replace("\\", "\\\\").replace("'", "\\'")).append("']");
            }
        } else if (step instanceof Step.Index index) {
            out.append('[').append(index.position()).append(']');
        } else if (step instanceof Step.Elements elements) {
            out.append("[*]").append(levelSuffix(elements.level()));
        } else if (step instanceof Step.Entries entries) {
            out.append(".*").append(levelSuffix(entries.level()));
        }
    }

    private static String levelSuffix(String level) {
        return level.isEmpty() ? "" : ":" + level;
    }

    /** Returns whether a key can be written after a dot as it is: letters, digits, {@code _} and {@code -}. */
    public static boolean isPlainName(String key) {
        if (key.isEmpty()) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text();
    }
}
