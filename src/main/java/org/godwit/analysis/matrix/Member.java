package org.godwit.analysis.matrix;

import java.util.List;

/**
 * A row or a column of a matrix: one model, one hardware.
 *
 * @param label its name; what has none is shown by a word in brackets
 * @param group the family it belongs to; empty if none is known
 * @param keys the values that name it beside the results, as text; empty for results that name nobody
 */
public record Member(String label, String group, List<String> keys) {
    public Member {
        keys = List.copyOf(keys);
    }
}
