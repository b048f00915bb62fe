package org.godwit.shred;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document's {@code rest}.
 *
 * @param members its members without the braces: normalized paths and what stands there
 * @param absent the elements of the array of absent paths without the brackets
 */
public record RestText(String members, String absent) {
    static final RestText NONE = new RestText("", "");

    /** Takes what a rest says, in its order. */
    interface Visitor {
        /** Takes a path and what stands there: a node of the tape. */
        void present(String path, JsonTape tape, int node);

        /** Takes a path at which there is nothing. */
        void absent(String path);
    }

    /**
     * Reads a rest.
     *
     * @param rest as {@link #with} gave it, not empty
     * @param tape holds it meanwhile
     */
    static void visit(String rest, TapeReader reader, JsonTape tape, Visitor visitor) {
        RowDecoder.parse(reader, rest, tape);
        for (int child = 1; child < tape.size(); child = tape.end(child)) {
            String key = DocumentScan.key(tape, child);
            if (key.equals("-")) {
                for (int path = child + 1; path < tape.end(child); path++) {
                    visitor.absent(tape.text(path));
                }
            } else {
                visitor.present(key, tape, child);
            }
        }
    }

    /**
     * Reads it back.
     *
     * @param rest as {@link #with} gave it; empty for nothing
     * @param paths takes the paths that it speaks for, present or absent
     */
    public static RestText parse(String rest, TapeReader reader, Collection<String> paths) {
        if (rest.isEmpty()) {
            return NONE;
        }
        StringBuilder members = new StringBuilder();
        StringBuilder absent = new StringBuilder();
        visit(rest, reader, new JsonTape(), new Visitor() {
            @Override
            public void present(String path, JsonTape tape, int node) {
                paths.add(path);
                members.append(members.isEmpty() ? "" : ",");
                TapeText.appendString(members, path);
                members.append(':');
                TapeText.append(members, tape, node);
            }

            @Override
            public void absent(String path) {
                paths.add(path);
                absent.append(absent.isEmpty() ? "" : ",");
                TapeText.appendString(absent, path);
            }
        });
        return new RestText(members.toString(), absent.toString());
    }

    /**
     * Returns the whole as a JSON object, or nothing if it has no members.
     *
     * @param additions JSON by normalized path; null for a path that is absent
     */
    public String with(Map<String, @Nullable String> additions) {
        StringBuilder allMembers = new StringBuilder(members);
        StringBuilder allAbsent = new StringBuilder(absent);
        new TreeMap<>(additions).forEach((path, json) -> {
            StringBuilder out = json == null ? allAbsent : allMembers;
            out.append(out.isEmpty() ? "" : ",");
            TapeText.appendString(out, path);
            if (json != null) {
                out.append(':').append(json);
            }
        });
        if (!allAbsent.isEmpty()) {
            allMembers.append(allMembers.isEmpty() ? "" : ",").append("\"-\":[").append(allAbsent).append(']');
        }
        return allMembers.isEmpty() ? "" : "{" + allMembers + "}";
    }
}
