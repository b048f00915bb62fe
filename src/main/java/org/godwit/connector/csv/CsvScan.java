package org.godwit.connector.csv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Arrays;
import org.godwit.model.DataType;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a whole file: how many rows it has, what every column holds, and where reading can begin. Used once.
 */
final class CsvScan {
    /** Rows between two places where reading can begin. */
    static final int STEP = 4_096;
    private static final int HUGEINT_DIGITS = 38;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final int width;
    private final boolean[] truths;
    private final boolean[] numbers;
    private final boolean[] fractions;
    private final boolean[] texts;
    private final boolean[] beyond;
    private final boolean[] huge;
    private long[] offsets = new long[64];
    private long[] lines = new long[64];
    private int places;
    private long rows;

    private CsvScan(int width) {
        this.width = width;
        truths = new boolean[width];
        numbers = new boolean[width];
        fractions = new boolean[width];
        texts = new boolean[width];
        beyond = new boolean[width];
        huge = new boolean[width];
    }

    static CsvScan of(CsvText text, Dialect dialect, TaskContext context) throws IOException {
        CsvScan scan = new CsvScan(dialect.names().size());
        try (InputStream in = text.open(text.mark())) {
            CsvParser parser = new CsvParser(in, dialect.delimiter(), text.mark(), 1);
            if (dialect.header()) {
                CsvReader.skipHeader(parser);
            }
            while (CsvReader.nextRow(parser, scan.width)) {
                if (scan.rows % STEP == 0) {
                    context.checkCancelled();
                    scan.place(parser);
                }
                scan.rows++;
                if (parser.fault().isEmpty() && parser.count() == scan.width) {
                    scan.look(parser);
                }
            }
        }
        return scan;
    }

    private void place(CsvParser parser) {
        if (places == offsets.length) {
            offsets = Arrays.copyOf(offsets, places * 2);
            lines = Arrays.copyOf(lines, places * 2);
        }
        offsets[places] = parser.offset();
        lines[places++] = parser.line();
    }

    private void look(CsvParser parser) {
        for (int i = 0; i < width; i++) {
            if (texts[i] || (parser.isEmpty(i) && !parser.isQuoted(i))) {
                continue;
            }
            switch (Canonical.of(parser.bytes(), parser.from(i), parser.to(i))) {
                case Canonical.TRUTH -> truths[i] = true;
                case Canonical.INTEGER -> integer(parser, i);
                case Canonical.DECIMAL -> {
                    numbers[i] = true;
                    fractions[i] = true;
                }
                default -> texts[i] = true;
            }
            texts[i] |= truths[i] && numbers[i];
        }
    }

    private void integer(CsvParser parser, int column) {
        numbers[column] = true;
        int length = parser.to(column) - parser.from(column);
        if (length >= 19) {
            String digits = parser.text(column);
            BigInteger value = new BigInteger(digits);
            beyond[column] |= value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0;
            huge[column] |= digits.length() - (digits.startsWith("-") ? 1 : 0) > HUGEINT_DIGITS;
        }
    }

    long rows() {
        return rows;
    }

    /** Returns the offset of a row whose number, from 0, is a multiple of {@link #STEP}. */
    long offset(long row) {
        return offsets[(int) (row / STEP)];
    }

    long line(long row) {
        return lines[(int) (row / STEP)];
    }

    /** Returns what a column holds: BIGINT, HUGEINT, DOUBLE for numbers of any form, BOOLEAN, otherwise VARCHAR; null for nothing. */
    @Nullable DataType type(int column) {
        if (texts[column]) {
            return DataType.VARCHAR;
        }
        if (truths[column]) {
            return DataType.BOOLEAN;
        }
        if (!numbers[column]) {
            return null;
        }
        if (fractions[column]) {
            return DataType.DOUBLE;
        }
        if (!beyond[column]) {
            return DataType.BIGINT;
        }
        return huge[column] ? DataType.DOUBLE : DataType.HUGEINT;
    }
}
