package org.godwit.shred;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds to the text of a document's {@code rest}. Pure. */
public final class RestText {
    private RestText() {}

    /**
     * Returns the rest with more in it.
     *
     * @param rest a JSON object, or empty
     * @param additions JSON by normalized path; null for a path that is absent
     */
    public static String with(String rest, Map<String, @Nullable String> additions) {
        if (additions.isEmpty()) {
            return rest;
        }
        StringBuilder absent = new StringBuilder();
        StringBuilder members = new StringBuilder();
        new TreeMap<>(additions).forEach((path, json) -> {
            StringBuilder out = json == null ? absent : members;
            out.append(out.isEmpty() ? "" : ",");
            TapeText.appendString(out, path);
            if (json != null) {
                out.append(':').append(json);
            }
        });
        return join(rest.isEmpty() ? "{}" : rest, members, absent);
    }

    private static String join(String rest, StringBuilder members, StringBuilder absent) {
        boolean hasAbsent = rest.endsWith("]}") && rest.contains("\"-\":[");
        String body = rest.substring(1, rest.length() - 1);
        StringBuilder out = new StringBuilder("{").append(members);
        if (!body.isEmpty()) {
            out.append(out.length() > 1 ? "," : "").append(body);
        }
        if (!absent.isEmpty()) {
            if (hasAbsent) {
                out.setLength(out.length() - 1);
                out.append(',').append(absent).append(']');
            } else {
                out.append(out.length() > 1 ? "," : "").append("\"-\":[").append(absent).append(']');
            }
        }
        return out.append('}').toString();
    }
}
