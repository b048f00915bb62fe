package org.godwit.model;

/**
 * How a moment is written. In the lossless forms every text that is read can be written again from the TIMESTAMP or
 * DATE alone; a reader accepts only texts for which that holds.
 */
public enum DateForm {
    /** {@code 2025-03-06T17:48:25} or with six digits of fraction that are not all zero. */
    ISO("iso"),
    /** {@code 2025-03-06T17:48:25.199}: always three digits. */
    ISO_MILLIS("iso_ms"),
    /** As ISO, with {@code Z}: the instant in UTC. */
    ISO_UTC("iso_z"),
    /** As ISO_MILLIS, with {@code Z}. */
    ISO_MILLIS_UTC("iso_ms_z"),
    /** As ISO with a space for the T. */
    SPACE("space"),
    /** {@code 20250303_041606}. */
    COMPACT("compact"),
    /** {@code 2025-03-06}. */
    DATE("date");

    private final String planName;

    DateForm(String planName) {
        this.planName = planName;
    }

    /** Returns the name in plans. */
    public String planName() {
        return planName;
    }
}
