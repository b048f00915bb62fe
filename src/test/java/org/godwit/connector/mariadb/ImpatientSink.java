package org.godwit.connector.mariadb;

import org.godwit.connector.spi.RowSink;

/** Has enough after ten rows. */
class ImpatientSink implements RowSink {
    private int rows;

    @Override
    public void row(long number) {
        if (++rows > 10) {
            throw new IllegalStateException("enough");
        }
    }

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
    public void json(String value) {}

    @Override
    public void blob(byte[] value) {}

    @Override
    public void unreadable(String raw, String reason) {}

    @Override
    public void end() {}
}
