package org.godwit.app.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.TreeItem;
import org.godwit.app.mapping.Rows.Branch;
import org.jspecify.annotations.Nullable;

/** The lines of a tree of which a filter shows some; which of them are open is kept. */
final class FilteredTree<T> {
    private final Function<T, String> name;
    private final Function<T, Object> key;
    private final Set<Object> open = new HashSet<>();
    private List<Branch<T>> all = List.of();
    /** All lines, kept while only the filter changes. */
    private @Nullable TreeItem<T> whole;
    /** What the filter has left; null if there is none. */
    private @Nullable List<Branch<T>> matched;

    /**
     * @param name what the filter looks at
     * @param key by which a line is known again among other lines
     */
    FilteredTree(Function<T, String> name, Function<T, Object> key) {
        this.name = name;
        this.key = key;
    }

    /** Takes other lines; those that were open by their key stay so. */
    void set(List<Branch<T>> lines) {
        all = lines;
        whole = null;
        matched = null;
    }

    /** Closes all lines. */
    void close() {
        open.clear();
    }

    /** Returns the tree of what a filter leaves; nothing if it leaves the same lines as the one before. */
    Optional<TreeItem<T>> filtered(String wanted) {
        List<Branch<T>> kept = Rows.matching(all, wanted, name);
        if (wanted.isBlank()) {
            matched = null;
            whole = whole == null ? Tree.root(kept, key, open, false) : whole;
            return Optional.of(whole);
        }
        if (matched != null && Rows.same(kept, matched)) {
            return Optional.empty();
        }
        matched = kept;
        return Optional.of(Tree.root(kept, key, new HashSet<>(), true));
    }
}
