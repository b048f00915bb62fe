package org.godwit.shred;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows that a target will not take, found in an earlier attempt at the same run: they are rejected as they are made.
 *
 * @param reasons why, by document and place in it
 */
public record RefusedRows(Map<Document, Map<Place, String>> reasons) {
    public static final RefusedRows NONE = new RefusedRows(Map.of());

    public RefusedRows {
        reasons = Map.copyOf(reasons);
    }

    /**
     * A document, as every attempt finds it.
     *
     * @param file as its record has it
     * @param line of its record
     * @param hash of all of its leaves
     */
    public record Document(String file, long line, DocumentHash hash) {}

    /**
     * A row of a document.
     *
     * @param at JSON pointer
     * @param feed as the table counts them
     */
    public record Place(String table, String at, int feed) {
        /** Returns the row of a feed at a normalized path. */
        public static Place of(String table, String path, int feed) {
            StringBuilder at = new StringBuilder();
            PathHash.parse(path).forEach(step -> NormalizedPath.appendPointer(at, String.valueOf(step)));
            return new Place(table, at.toString(), feed);
        }
    }

    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** Returns how many rows there are. */
    public long count() {
        return reasons.values().stream().mapToLong(Map::size).sum();
    }

    /** Returns the files that have such rows. */
    public Set<String> files() {
        return reasons.keySet().stream().map(Document::file).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the reasons for rows of a document, by place; empty if all of them are taken. */
    Map<Place, String> of(String file, long line, DocumentHash hash) {
        return reasons.isEmpty() ? Map.of() : reasons.getOrDefault(new Document(file, line, hash), Map.of());
    }

    /** Returns these and others. */
    public RefusedRows and(RefusedRows others) {
        Map<Document, Map<Place, String>> all = new HashMap<>(reasons);
        others.reasons.forEach((document, places) -> all.merge(document, places, (mine, more) -> {
            Map<Place, String> both = new HashMap<>(more);
            both.putAll(mine);
            return both;
        }));
        return new RefusedRows(all);
    }
}
