package org.godwit.analysis.chart.compare;

/** Into which series the rows of a category fall apart. */
public sealed interface Split {
    /** By batch size if there are several, else not at all: sizes are not to be mixed unasked. */
    record Usual() implements Split {}

    /** Not at all. */
    record Together() implements Split {}

    /** By the values of this column. */
    record By(String column) implements Split {}
}
