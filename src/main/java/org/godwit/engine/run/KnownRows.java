package org.godwit.engine.run;

import org.godwit.connector.spi.RowSink;
import org.godwit.shred.Utf8Text;

/** Counts rows that are in the target already; their cells do not matter. Not thread-safe. */
final class KnownRows implements RowSink {
    private final Runnable counter;

    /** @param counter is told of each row */
    KnownRows(Runnable counter) {
        this.counter = counter;
    }

    @Override
    public void row(long number) {}

    @Override
    public void nothing() {}

    @Override
    public void bool(boolean value) {}

    @Override
    public void integer(long value) {}

    @Override
    public void real(double value) {}

    @Override
    public void number(String digits) {}

    @Override
    public void text(String value) {}

    @Override
    public void text(Utf8Text value) {}

    @Override
    public void json(String value) {}

    @Override
    public void blob(byte[] value) {}

    @Override
    public void unreadable(String raw, String reason) {}

    @Override
    public void end() {
        counter.run();
    }
}
