package org.godwit.connector.postgresql;

import org.godwit.model.DataType;
import org.godwit.shred.CellLimit;
import org.godwit.shred.JsonMeasure;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** Which values PostgreSQL cannot hold. Pure. */
final class PgLimits {
    private PgLimits() {}

    /** Returns the limit of a column that Godwit makes for a type; null for none. */
    static @Nullable CellLimit of(DataType type) {
        return switch (type.kind()) {
            case VARCHAR -> new Text(-1);
            case JSON -> new Json();
            case DATE -> new Day();
            case TIMESTAMP -> new Moment();
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, BLOB -> null;
        };
    }

    /** Texts; {@code characters} is how many there may be, -1 for any number. */
    record Text(int characters) implements CellLimit {
        @Override
        public @Nullable String ofObject(Object value) {
            String text = (String) value;
            int refused = text.indexOf(0);
            if (refused >= 0) {
                return Slot.unwritable(text, refused);
            }
            return characters < 0 ? null : TableWriter.tooLong(text, characters);
        }

        @Override
        public @Nullable String ofText(Utf8Text value) {
            boolean fits = characters < 0 || value.bytes().length <= characters;
            return fits && !value.hasNul() ? null : ofObject(value.toString());
        }
    }

    private record Json() implements CellLimit {
        @Override
        public @Nullable String ofObject(Object value) {
            return JsonMeasure.of((String) value).standard() ? null : "PostgreSQL's JSON has neither NaN nor infinities";
        }
    }

    private record Day() implements CellLimit {
        @Override
        public @Nullable String ofWhole(long value) {
            return Slot.isDay(value) ? null : Slot.NO_DAY;
        }
    }

    private record Moment() implements CellLimit {
        @Override
        public @Nullable String ofWhole(long value) {
            return Slot.isMoment(value) ? null : Slot.NO_MOMENT;
        }
    }
}
