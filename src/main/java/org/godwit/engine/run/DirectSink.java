package org.godwit.engine.run;

import java.util.Base64;
import org.godwit.connector.spi.RowSink;
import org.godwit.shred.SourceRow;
import org.godwit.shred.Utf8Text;

/** Collects the cells of a row and offers it whole; a row that is not taken goes on to another sink. Not thread-safe. */
final class DirectSink implements RowSink {
    private final SourceRow row;
    private final RowSink otherwise;
    private final Taker taker;
    private final Kept[] kept;
    private long number;

    /** Takes rows, or not. */
    interface Taker {
        /**
         * Returns whether the row was taken.
         *
         * @param number what tells it from others in its table
         */
        boolean take(SourceRow row, long number);
    }

    /** A cell that no column takes as it is. */
    private interface Kept {
        void replay(RowSink sink);
    }

    DirectSink(int columns, RowSink otherwise, Taker taker) {
        this.row = new SourceRow(columns);
        this.kept = new Kept[columns];
        this.otherwise = otherwise;
        this.taker = taker;
    }

    @Override
    public void row(long rowNumber) {
        row.clear();
        number = rowNumber;
    }

    @Override
    public void nothing() {
        row.nothing();
    }

    @Override
    public void bool(boolean value) {
        row.bool(value);
    }

    @Override
    public void integer(long value) {
        row.integer(value);
    }

    @Override
    public void real(double value) {
        row.real(value);
    }

    @Override
    public void number(String digits) {
        row.text(SourceRow.Kind.NUMBER, digits);
    }

    @Override
    public void text(String value) {
        row.text(SourceRow.Kind.TEXT, value);
    }

    @Override
    public void text(Utf8Text value) {
        row.text(value);
    }

    /** None of the columns is walked on into: the text is a text. */
    @Override
    public void json(String value) {
        row.text(SourceRow.Kind.TEXT, value);
    }

    @Override
    public void blob(byte[] value) {
        row.text(SourceRow.Kind.BYTES, Base64.getEncoder().encodeToString(value));
    }

    @Override
    public void unreadable(String raw, String reason) {
        kept[row.size()] = sink -> sink.unreadable(raw, reason);
        row.other();
    }

    @Override
    public void end() {
        if (!taker.take(row, number)) {
            replay();
        }
    }

    private void replay() {
        otherwise.row(number);
        for (int i = 0; i < row.size(); i++) {
            switch (row.kind(i)) {
                case NOTHING -> otherwise.nothing();
                case BOOL -> otherwise.bool(row.integerAt(i) != 0);
                case INTEGER -> otherwise.integer(row.integerAt(i));
                case REAL -> otherwise.real(row.realAt(i));
                case NUMBER -> otherwise.number(row.textAt(i));
                case TEXT -> otherwise.text(row.textAt(i));
                case BYTES -> otherwise.blob(Base64.getDecoder().decode(row.textAt(i)));
                case OTHER -> kept[i].replay(otherwise);
            }
        }
        otherwise.end();
    }
}
