package org.godwit.shred;

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
