package org.godwit.duck;

import java.time.Duration;

/**
 * What a query may take.
 *
 * @param rows how many rows are kept; more are not read
 * @param time after which it is stopped
 */
public record QueryLimits(long rows, Duration time) {
    /** All rows, a minute. */
    public static final QueryLimits ALL = new QueryLimits(Long.MAX_VALUE, Duration.ofMinutes(1));

    public QueryLimits {
        if (rows < 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(rows + " rows, " + time);
        }
    }

    /** Returns the same time for so many rows. */
    public QueryLimits withRows(long count) {
        return new QueryLimits(count, time);
    }
}
