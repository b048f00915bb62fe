package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * Reads it back.
     *
     * @param rest as {@link #with} gave it; empty for nothing
     */
    public static RestText parse(String rest, TapeReader reader) {
        if (rest.isEmpty()) {
            return NONE;
        }
        JsonTape tape = new JsonTape();
        RowDecoder.parse(reader, rest, tape);
        StringBuilder members = new StringBuilder();
        StringBuilder absent = new StringBuilder();
        for (int child = 1; child < tape.size(); child = tape.end(child)) {
            String key = DocumentScan.key(tape, child);
            if (key.equals("-")) {
                for (int path = child + 1; path < tape.end(child); path++) {
                    absent.append(absent.isEmpty() ? "" : ",");
                    TapeText.appendString(absent, tape.text(path));
                }
            } else {
                members.append(members.isEmpty() ? "" : ",");
                TapeText.appendString(members, key);
                members.append(':');
                TapeText.append(members, tape, child);
            }
        }
        return new RestText(members.toString(), absent.toString());
    }

    /** Returns the paths of a rest that its text speaks for, present or absent. */
    public static List<String> paths(String rest, TapeReader reader) {
        List<String> paths = new ArrayList<>();
        if (!rest.isEmpty()) {
            JsonTape tape = new JsonTape();
            RowDecoder.parse(reader, rest, tape);
            for (int child = 1; child < tape.size(); child = tape.end(child)) {
                if (DocumentScan.key(tape, child).equals("-")) {
                    for (int path = child + 1; path < tape.end(child); path++) {
                        paths.add(tape.text(path));
                    }
                } else {
                    paths.add(DocumentScan.key(tape, child));
                }
            }
        }
        return paths;
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
