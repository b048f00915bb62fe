package org.godwit.connector.mariadb;

import java.util.Base64;
import org.godwit.model.DataType;
import org.godwit.shred.CellLimit;
import org.godwit.shred.JsonMeasure;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** Which values MariaDB cannot hold. Pure. */
final class MariaLimits {
    /** Days of 0001-01-01 and 9999-12-31, counted from 1970-01-01. */
    private static final long FIRST_DAY = -719_162;
    private static final long LAST_DAY = 2_932_896;
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int JSON_LEVELS = 31;

    private MariaLimits() {}

    /** Returns the limit of a column that Godwit makes for a type, outside keys; null for none. */
    static @Nullable CellLimit of(DataType type) {
        return switch (type.kind()) {
            case DOUBLE -> new Real();
            case DATE -> new Day(1);
            case TIMESTAMP -> new Day(DAY_MICROS);
            case JSON -> new Json();
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DECIMAL, VARCHAR, BLOB -> null;
        };
    }

    private record Real() implements CellLimit {
        @Override
        public @Nullable String ofReal(double value) {
            return Double.isFinite(value) ? null : "MariaDB has neither NaN nor infinities: " + value;
        }
    }

    /** Days, or moments of which {@code unit} make a day. */
    private record Day(long unit) implements CellLimit {
        @Override
        public @Nullable String ofWhole(long value) {
            long day = Math.floorDiv(value, unit);
            return day >= FIRST_DAY && day <= LAST_DAY ? null : "MariaDB has the years 1 to 9999 only";
        }
    }

    private record Json() implements CellLimit {
        @Override
        public @Nullable String ofObject(Object value) {
            JsonMeasure measure = JsonMeasure.of((String) value);
            if (measure.levels() > JSON_LEVELS) {
                return "MariaDB's JSON has " + JSON_LEVELS + " levels at most, and this has " + measure.levels();
            }
            return measure.standard() ? null : "MariaDB's JSON has neither NaN nor infinities";
        }
    }

    /**
     * Texts of a limited length, which JSON may have too.
     *
     * @param place what has no more room, in words
     */
    record Text(int characters, String place, @Nullable CellLimit also) implements CellLimit {
        @Override
        public @Nullable String ofObject(Object value) {
            String text = (String) value;
            int length = text.length() <= characters ? 0 : text.codePointCount(0, text.length());
            if (length > characters) {
                return "the text has " + length + " characters, and MariaDB takes " + characters + " in this " + place;
            }
            return also == null ? null : also.ofObject(value);
        }

        @Override
        public @Nullable String ofText(Utf8Text value) {
            return also == null && value.bytes().length <= characters ? null : ofObject(value.toString());
        }
    }

    /** Bytes of a limited number. */
    record Bytes(int most, String place) implements CellLimit {
        @Override
        public @Nullable String ofObject(Object value) {
            int length = Base64.getDecoder().decode((String) value).length;
            return length <= most ? null : "there are " + length + " bytes, and MariaDB takes " + most + " in this " + place;
        }
    }

    /** Returns the limit of a column whose values are no longer than so many characters or, for BLOB, bytes. */
    static CellLimit within(DataType type, int width, String place) {
        return type.kind() == DataType.Kind.BLOB ? new Bytes(width, place) : new Text(width, place, of(type));
    }
}
