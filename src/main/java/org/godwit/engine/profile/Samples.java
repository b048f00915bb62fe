package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.List;
import org.godwit.shred.JsonTape;

/** Up to five different values, the first ones found; looks at the first values of a unit only. Not thread-safe. */
final class Samples {
    static final int MAX_LOOKS = 32;

    private static final int MAX_SAMPLES = 5;
    private static final int MAX_LENGTH = 200;

    private final List<String> values = new ArrayList<>(2);
    private int looks;

    /** Returns whether another value is looked at. */
    boolean wants() {
        return looks < MAX_LOOKS && values.size() < MAX_SAMPLES;
    }

    /** Offers a value. */
    void offer(byte kind, String text) {
        if (!wants()) {
            return;
        }
        looks++;
        add(kind == JsonTape.STRING ? quoted(text) : text);
    }

    private void add(String value) {
        String cut = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH - 1) + "…" : value;
        if (values.size() < MAX_SAMPLES && !values.contains(cut)) {
            values.add(cut);
        }
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 2).append('"');
        for (int i = 0; i < text.length() && out.length() <= MAX_LENGTH; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    void merge(Samples other) {
        other.values.forEach(this::add);
    }

    List<String> values() {
        return List.copyOf(values);
    }
}
