package org.godwit.analysis.trace;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;

/**
 * Where a row stands in its document, and where paths lead from there.
 *
 * @param steps of the feed's rows path
 * @param tokens of the row's JSON pointer: one for each step
 */
record RowPath(List<Step> steps, List<String> tokens) {
    static RowPath of(TableSpec.Feed feed, String at) {
        return new RowPath(feed.rows().steps(), Pointers.parse(at));
    }

    /** Returns the tokens of the node where a path ends; for keys and positions that of their level. */
    List<String> node(PathExpr path) {
        List<String> node = new ArrayList<>(switch (path.root()) {
            case DOCUMENT, FILE -> List.of();
            case ROW -> tokens;
            case LEVEL, KEY, POSITION -> level(path.name());
        });
        for (Step step : path.steps()) {
            switch (step) {
                case Step.Key key -> node.add(key.name());
                case Step.Index index -> node.add(Integer.toString(index.position()));
                case Step.Elements elements -> throw new IllegalStateException("a value's path does not fan out: " + path);
                case Step.Entries entries -> throw new IllegalStateException("a value's path does not fan out: " + path);
            }
        }
        return node;
    }

    /** Returns the tokens of a level's node; {@code $} is the document, {@code @} the row. */
    List<String> level(String name) {
        if (name.equals("$")) {
            return List.of();
        }
        for (int i = 0; i < steps.size() && i < tokens.size(); i++) {
            if (name(steps.get(i)).equals(name)) {
                return tokens.subList(0, i + 1);
            }
        }
        return tokens;
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Elements elements -> elements.level();
            case Step.Entries entries -> entries.level();
            case Step.Key key -> "";
            case Step.Index index -> "";
        };
    }
}
