package org.godwit.connector.mariadb;

import org.godwit.connector.spi.RowsAlone;

/** Has enough after ten rows. */
class ImpatientSink extends RowsAlone {
    private int rows;

    @Override
    public void row(long number) {
        if (++rows > 10) {
            throw new IllegalStateException("enough");
        }
    }
}
