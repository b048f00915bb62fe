package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.Step;

/** Turns paths as text into hashes or typed steps. Pure. */
public final class PathHash {
    private PathHash() {}

    /** Returns the hash of a path of typed steps: String for a member, Integer for an element. */
    public static long of(List<Object> steps) {
        long hash = LeafHash.ROOT;
        for (Object step : steps) {
            hash = step instanceof String key ? LeafHash.member(hash, LeafHash.text(key)) : LeafHash.element(hash, (Integer) step);
        }
        return hash;
    }

    /** Returns the typed steps of a normalized path (RFC 9535). */
    public static List<Object> parse(String normalized) {
        List<Object> steps = new ArrayList<>();
        int at = 1;
        while (at < normalized.length()) {
            if (normalized.charAt(at + 1) == '\'') {
                StringBuilder key = new StringBuilder();
                at = readKey(normalized, at + 2, key);
                steps.add(key.toString());
            } else {
                int end = normalized.indexOf(']', at);
                steps.add(Integer.valueOf(normalized.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return steps;
    }

    private static int readKey(String text, int from, StringBuilder key) {
        int at = from;
        while (text.charAt(at) != '\'') {
            char c = text.charAt(at++);
            if (c != '\\') {
                key.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            int known = "btnfr".indexOf(escaped);
            if (escaped == 'u') {
                key.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            } else {
                key.append(known >= 0 ? "\b\t\n\f\r".charAt(known) : escaped);
            }
        }
        return at + 2;
    }

    /** Returns the typed steps of a row's JSON pointer, with the kinds that the feed's rows path gives them. */
    public static List<Object> parse(String pointer, List<Step> rowSteps) {
        List<Object> steps = new ArrayList<>();
        int from = 1;
        for (Step step : rowSteps) {
            int end = pointer.indexOf('/', from);
            String token = pointer.substring(from, end < 0 ? pointer.length() : end);
            boolean member = step instanceof Step.Key || step instanceof Step.Entries;
            steps.add(member ? (Object) unescape(token) : (Object) Integer.valueOf(token));
            from = end + 1;
        }
        return steps;
    }

    static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
