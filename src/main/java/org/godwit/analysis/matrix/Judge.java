package org.godwit.analysis.matrix;

/** Which results of a pair decide its state. */
public enum Judge {
    /** All of them, so that one failure among passes shows as a conflict. */
    ALL,
    /** The newest that say whether it works; several of the same moment decide together. Without a time: all. */
    NEWEST
}
