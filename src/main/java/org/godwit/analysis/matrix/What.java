package org.godwit.analysis.matrix;

import java.util.Locale;

/** What is looked at for each pair. */
public sealed interface What {
    /** The column with the words, truths or numbers to judge or to measure. */
    String column();

    /** Each result says whether it works, by the words of {@link Verdict}; 1 and 0 count as true and false. */
    record Status(String column) implements What {}

    /** Each result has a number. */
    record Measure(String column, Aggregate aggregate) implements What {}

    /** How the numbers of a pair become one. */
    enum Aggregate {
        AVG,
        MEDIAN,
        MIN,
        MAX,
        SUM;

        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns its name as it is written on the command line. */
        public String words() {
            return sql();
        }
    }
}
