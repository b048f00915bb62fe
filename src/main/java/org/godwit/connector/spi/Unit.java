package org.godwit.connector.spi;

/** A piece of work: some small files, or a part of a big one. Opaque; a {@link UnitParser} of the same source reads it. */
public interface Unit {
    /** Its number in document order, from 0. */
    long sequence();

    /** How many stored bytes it stands for, for progress. */
    long bytes();
}
