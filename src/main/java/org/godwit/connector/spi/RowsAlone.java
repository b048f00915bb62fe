package org.godwit.connector.spi;

import org.godwit.shred.Utf8Text;

/** Takes rows whose cells do not matter. */
public abstract class RowsAlone implements RowSink {
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
    public void end() {}
}
