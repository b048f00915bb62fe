package org.godwit.shred;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.godwit.model.DataType;
import org.godwit.model.DateForm;
import org.jspecify.annotations.Nullable;

/**
 * One row before it is added to a batch, cell by cell; and the one converter from source values to column types. A
 * conversion says whether the cell can bring the source back. Not thread-safe.
 */
final class RowCells {
    /** What became of a value. */
    enum Fit {
        /** The cell holds the value, and the value alone can be had back from it. */
        EXACT,
        /** The cell holds something made of the value. */
        DERIVED,
        /** The column cannot hold it. */
        MISFIT
    }

    static final byte NULL = 0;
    static final byte LONG = 1;
    static final byte REAL = 2;
    static final byte OBJECT = 3;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int HUGEINT_BITS = 127;
    private static final List<DateForm> ALL_FORMS =
            List.of(DateForm.ISO, DateForm.ISO_MILLIS, DateForm.ISO_UTC, DateForm.ISO_MILLIS_UTC, DateForm.SPACE, DateForm.COMPACT, DateForm.DATE);

    byte[] kinds = new byte[64];
    long[] longs = new long[64];
    double[] reals = new double[64];
    @Nullable Object[] objects = new Object[64];
    private final NumberValue number = new NumberValue();

    void reserve(int columns) {
        if (columns > kinds.length) {
            kinds = Arrays.copyOf(kinds, columns);
            longs = Arrays.copyOf(longs, columns);
            reals = Arrays.copyOf(reals, columns);
            objects = Arrays.copyOf(objects, columns);
        }
    }

    void setNull(int column) {
        kinds[column] = NULL;
    }

    void setLong(int column, long value) {
        kinds[column] = LONG;
        longs[column] = value;
    }

    void setReal(int column, double value) {
        kinds[column] = REAL;
        reals[column] = value;
    }

    void setObject(int column, Object value) {
        kinds[column] = OBJECT;
        objects[column] = value;
    }

    boolean isNull(int column) {
        return kinds[column] == NULL;
    }

    /** Returns why a target cannot hold a cell; null if it can, or if the cell is empty. */
    @Nullable String fault(int column, @Nullable CellLimit limit) {
        if (limit == null) {
            return null;
        }
        return switch (kinds[column]) {
            case NULL -> null;
            case LONG -> limit.ofWhole(longs[column]);
            case REAL -> limit.ofReal(reals[column]);
            default -> CellLimit.ofAsItCame(limit, java.util.Objects.requireNonNull(objects[column]));
        };
    }

    /** Adds the row to a batch of as many columns. */
    void addTo(RowBatch batch) {
        List<ColumnVector> columns = batch.columns();
        for (int i = 0; i < columns.size(); i++) {
            ColumnVector column = columns.get(i);
            switch (kinds[i]) {
                case NULL -> column.addNull();
                case LONG -> column.addLong(longs[i]);
                case REAL -> column.addDouble(reals[i]);
                default -> column.addObject(java.util.Objects.requireNonNull(objects[i]));
            }
        }
    }

    /** Puts a node that is neither missing nor null into a cell. */
    Fit node(int column, DataType type, JsonTape tape, int node, DocumentScan scan, Transforms.Chain chain) {
        byte kind = tape.kind(node);
        if (type.kind() == DataType.Kind.JSON) {
            StringBuilder out = new StringBuilder();
            TapeText.append(out, tape, node);
            setObject(column, out.toString());
            return Fit.EXACT;
        }
        if (kind == JsonTape.STRING) {
            return string(column, type, tape.text(node), chain);
        }
        if (kind == JsonTape.NUMBER) {
            if (scan.numberKind[node] == NumberValue.LONG && type.kind() == DataType.Kind.BIGINT) {
                setLong(column, scan.integer[node]);
                return Fit.EXACT;
            }
            if (type.kind() == DataType.Kind.DOUBLE) {
                return real(column, scan.numberKind[node], scan.integer[node], scan.real[node]);
            }
            return number(column, type, tape.text(node), chain);
        }
        if (kind == JsonTape.TRUE || kind == JsonTape.FALSE) {
            return bool(column, type, kind == JsonTape.TRUE);
        }
        StringBuilder out = new StringBuilder();
        TapeText.append(out, tape, node);
        return json(column, type, out.toString());
    }

    /** Puts a value as transforms give it into a cell. */
    Fit value(int column, DataType type, Object value, Transforms.Chain chain) {
        if (value instanceof String s) {
            if (type.kind() == DataType.Kind.JSON) {
                StringBuilder out = new StringBuilder();
                TapeText.appendString(out, s);
                setObject(column, out.toString());
                return Fit.EXACT;
            }
            return string(column, type, s, chain);
        }
        if (value instanceof Transforms.NumberText text) {
            return number(column, type, text.text(), chain);
        }
        if (value instanceof Boolean bool) {
            return bool(column, type, bool);
        }
        if (value instanceof Transforms.Moment moment) {
            return moment(column, type, moment.micros());
        }
        return json(column, type, ((Transforms.JsonText) value).text());
    }

    private Fit json(int column, DataType type, String text) {
        if (type.kind() == DataType.Kind.JSON) {
            setObject(column, text);
            return Fit.EXACT;
        }
        if (type.kind() == DataType.Kind.VARCHAR) {
            setObject(column, text);
            return Fit.DERIVED;
        }
        return Fit.MISFIT;
    }

    private Fit bool(int column, DataType type, boolean value) {
        switch (type.kind()) {
            case BOOLEAN:
                setLong(column, value ? 1 : 0);
                return Fit.EXACT;
            case VARCHAR:
                setObject(column, String.valueOf(value));
                return Fit.DERIVED;
            case JSON:
                setObject(column, String.valueOf(value));
                return Fit.EXACT;
            default:
                return Fit.MISFIT;
        }
    }

    private Fit string(int column, DataType type, String text, Transforms.Chain chain) {
        switch (type.kind()) {
            case VARCHAR:
                setObject(column, text);
                return Fit.EXACT;
            case BLOB:
                setObject(column, text);
                return isBase64(text) ? Fit.EXACT : Fit.MISFIT;
            case TIMESTAMP:
            case DATE:
                return moment(column, type, text, chain);
            case INTEGER:
            case BIGINT:
            case HUGEINT:
            case DECIMAL:
            case DOUBLE:
                if (Transforms.isNumber(text)) {
                    Fit fit = number(column, type, text, chain);
                    return fit == Fit.EXACT ? Fit.DERIVED : fit;
                }
                return Fit.MISFIT;
            default:
                return Fit.MISFIT;
        }
    }

    /** Whether a text is what bytes look like as base64, and nothing else that means the same bytes. */
    private static boolean isBase64(String text) {
        try {
            return java.util.Base64.getEncoder().encodeToString(java.util.Base64.getDecoder().decode(text)).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Fit moment(int column, DataType type, String text, Transforms.Chain chain) {
        List<DateForm> forms = chain.forms().isEmpty() ? ALL_FORMS : chain.forms();
        for (DateForm form : forms) {
            long micros = DateForms.micros(form, text);
            if (micros != DateForms.UNREADABLE) {
                boolean exact = form == (chain.forms().isEmpty() ? DateForm.ISO : forms.get(0));
                return exact && isWhole(type, micros) ? momentExact(column, type, micros) : moment(column, type, micros);
            }
        }
        setNull(column);
        return Fit.DERIVED;
    }

    private static boolean isWhole(DataType type, long micros) {
        return type.kind() == DataType.Kind.TIMESTAMP || Math.floorMod(micros, MICROS_PER_DAY) == 0;
    }

    private Fit momentExact(int column, DataType type, long micros) {
        moment(column, type, micros);
        return Fit.EXACT;
    }

    private Fit moment(int column, DataType type, long micros) {
        switch (type.kind()) {
            case TIMESTAMP -> setLong(column, micros);
            case DATE -> setLong(column, Math.floorDiv(micros, MICROS_PER_DAY));
            case VARCHAR -> setObject(column, DateForms.write(DateForm.ISO, micros));
            default -> {
                return Fit.MISFIT;
            }
        }
        return Fit.DERIVED;
    }

    private Fit real(int column, byte kind, long integer, double nearest) {
        setReal(column, nearest);
        return switch (kind) {
            case NumberValue.DOUBLE, NumberValue.SPECIAL -> Fit.EXACT;
            case NumberValue.LONG -> longExact(integer, nearest) ? Fit.EXACT : Fit.DERIVED;
            default -> Double.isInfinite(nearest) || Double.isNaN(nearest) ? Fit.MISFIT : Fit.DERIVED;
        };
    }

    private static boolean longExact(long integer, double nearest) {
        boolean small = integer >= -(long) NumberValue.EXACT_INTEGERS && integer <= (long) NumberValue.EXACT_INTEGERS;
        return small || new BigDecimal(Double.toString(nearest)).compareTo(BigDecimal.valueOf(integer)) == 0;
    }

    private Fit number(int column, DataType type, String text, Transforms.Chain chain) {
        number.read(text);
        switch (type.kind()) {
            case DOUBLE:
                return number.kind == NumberValue.SPECIAL && Transforms.isNumber(text) ? Fit.MISFIT : real(column, number.kind, number.integer, number.real);
            case VARCHAR:
                setObject(column, text);
                return Fit.DERIVED;
            case JSON:
                setObject(column, text);
                return Fit.EXACT;
            case BOOLEAN:
            case BLOB:
                return Fit.MISFIT;
            case TIMESTAMP:
            case DATE:
                return epoch(column, type, chain);
            case INTEGER:
                return number.kind == NumberValue.LONG && number.integer == (int) number.integer ? integer(column) : Fit.MISFIT;
            case BIGINT:
                return number.kind == NumberValue.LONG ? integer(column) : Fit.MISFIT;
            case HUGEINT:
                return huge(column);
            default:
                return decimal(column, type);
        }
    }

    private Fit integer(int column) {
        setLong(column, number.integer);
        return Fit.EXACT;
    }

    private Fit epoch(int column, DataType type, Transforms.Chain chain) {
        if (!chain.epochs() || number.kind == NumberValue.SPECIAL || Math.abs(number.real) > 253_402_300_799.0) {
            return Fit.MISFIT;
        }
        return moment(column, type, number.decimal().movePointRight(6).longValue());
    }

    private Fit huge(int column) {
        if (number.kind == NumberValue.SPECIAL) {
            return Fit.MISFIT;
        }
        BigDecimal value = number.decimal();
        if ((value.scale() > 0 && value.stripTrailingZeros().scale() > 0) || value.precision() - (long) value.scale() > 40) {
            return Fit.MISFIT;
        }
        BigInteger whole = value.toBigInteger();
        if (whole.bitLength() > HUGEINT_BITS) {
            return Fit.MISFIT;
        }
        setObject(column, whole);
        return Fit.EXACT;
    }

    private Fit decimal(int column, DataType type) {
        if (number.kind == NumberValue.SPECIAL) {
            return Fit.MISFIT;
        }
        BigDecimal value = number.decimal().stripTrailingZeros();
        if (value.signum() != 0 && (value.scale() > type.scale() || value.precision() - (long) value.scale() > type.precision() - type.scale())) {
            return Fit.MISFIT;
        }
        setObject(column, value.setScale(type.scale()));
        return Fit.EXACT;
    }
}
