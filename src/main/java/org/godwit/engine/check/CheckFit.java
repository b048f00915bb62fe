package org.godwit.engine.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.godwit.model.DataType;
import org.godwit.model.RowCheck;
import org.godwit.model.RowCheck.Operator;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a condition means the same everywhere, given the types of the columns. Values are compared with values
 * of their own kind only; texts are equal or not, for each database puts them in another order.
 */
public final class CheckFit {
    /** A double tells apart all numbers of so many digits. */
    private static final int DOUBLE_DIGITS = 15;
    private static final int DIGITS = 18;
    private static final int LAST_YEAR = 9_999;

    private final Map<String, DataType> types;
    private final Set<String> loose;

    private CheckFit(Map<String, DataType> types, Set<String> loose) {
        this.types = types;
        this.loose = loose;
    }

    /**
     * What became of a condition.
     *
     * @param check with values of the kinds of the columns; null if it does not fit
     * @param reason why it does not fit; empty if it does
     */
    public record Fitted(@Nullable RowCheck check, String reason) {}

    /** Why a condition does not fit. */
    private static final class MisfitException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String reason;

        MisfitException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** Kinds of values that compare among themselves. */
    private enum Kind {
        EXACT,
        DOUBLE,
        TEXT,
        BOOL,
        DAY,
        MOMENT
    }

    /**
     * Fits a condition to columns.
     *
     * @param types of the columns, by name
     * @param loose columns whose texts are compared less than to the letter where the condition comes from
     */
    public static Fitted of(RowCheck check, Map<String, DataType> types, Set<String> loose) {
        try {
            return new Fitted(new CheckFit(types, loose).fit(check), "");
        } catch (MisfitException e) {
            return new Fitted(null, e.reason);
        }
    }

    /** Fits a condition to the columns of a plan's table. */
    public static Fitted of(RowCheck check, TableSpec table) {
        Map<String, DataType> types = new HashMap<>();
        table.columns().forEach(column -> types.put(column.name(), column.type()));
        return of(check, types, Set.of());
    }

    private RowCheck fit(RowCheck check) {
        return switch (check) {
            case RowCheck.Compare compare -> compare(compare);
            case RowCheck.In in -> in(in);
            case RowCheck.Like like -> like(like);
            case RowCheck.IsNull empty -> empty(empty);
            case RowCheck.Truth truth -> truth(truth);
            case RowCheck.Not not -> new RowCheck.Not(fit(not.part()));
            case RowCheck.And and -> new RowCheck.And(and.parts().stream().map(this::fit).toList());
            case RowCheck.Or or -> new RowCheck.Or(or.parts().stream().map(this::fit).toList());
        };
    }

    private DataType type(String column) {
        DataType type = types.get(column);
        if (type == null) {
            throw new MisfitException("there is no column " + column + " of one kind of values");
        }
        return type;
    }

    private Kind kind(String column) {
        DataType type = type(column);
        return switch (type.kind()) {
            case INTEGER, BIGINT, HUGEINT, DECIMAL -> Kind.EXACT;
            case DOUBLE -> Kind.DOUBLE;
            case VARCHAR -> Kind.TEXT;
            case BOOLEAN -> Kind.BOOL;
            case DATE -> Kind.DAY;
            case TIMESTAMP -> Kind.MOMENT;
            case JSON, BLOB -> throw new MisfitException("values of column " + column + " (" + type.sql() + ") are not compared");
        };
    }

    /** Returns the kind of what is compared, which is no literal. */
    private Kind kind(RowCheck.Term term, boolean ordered) {
        Kind kind = switch (term) {
            case RowCheck.Column column -> kind(column.name());
            case RowCheck.Length length -> {
                text(length.column());
                yield Kind.EXACT;
            }
            case RowCheck.Literal _ -> throw new MisfitException("it speaks of no column");
        };
        if (kind == Kind.TEXT && term instanceof RowCheck.Column column) {
            letters(column.name());
        }
        if (ordered && (kind == Kind.TEXT || kind == Kind.BOOL)) {
            throw new MisfitException("each database puts " + (kind == Kind.TEXT ? "texts" : "truth values") + " in an order of its own");
        }
        return kind;
    }

    private void text(String column) {
        if (kind(column) != Kind.TEXT) {
            throw new MisfitException("column " + column + " does not hold texts");
        }
    }

    private void letters(String column) {
        if (loose.contains(column)) {
            throw new MisfitException("the source does not compare the texts of " + column + " to the letter");
        }
    }

    private RowCheck compare(RowCheck.Compare compare) {
        boolean ordered = compare.operator() != Operator.EQUAL && compare.operator() != Operator.DIFFERENT;
        if (compare.right() instanceof RowCheck.Literal literal) {
            return new RowCheck.Compare(compare.left(), compare.operator(), literal(literal, kind(compare.left(), ordered), compare.left()));
        }
        Kind right = kind(compare.right(), ordered);
        if (compare.left() instanceof RowCheck.Literal literal) {
            return new RowCheck.Compare(literal(literal, right, compare.right()), compare.operator(), compare.right());
        }
        if (kind(compare.left(), ordered) != right) {
            throw new MisfitException("it compares values of different kinds");
        }
        return compare;
    }

    private RowCheck in(RowCheck.In in) {
        Kind kind = kind(in.value(), false);
        List<RowCheck.Literal> choices = in.choices().stream().map(literal -> literal(literal, kind, in.value())).toList();
        return new RowCheck.In(in.value(), choices);
    }

    private RowCheck like(RowCheck.Like like) {
        text(like.column());
        letters(like.column());
        return like;
    }

    private RowCheck empty(RowCheck.IsNull empty) {
        DataType type = type(empty.column());
        if (type.kind() == DataType.Kind.JSON) {
            throw new MisfitException("values of column " + empty.column() + " (JSON) are not compared");
        }
        return empty;
    }

    private RowCheck truth(RowCheck.Truth truth) {
        if (kind(truth.column()) != Kind.BOOL) {
            throw new MisfitException("column " + truth.column() + " does not hold truth values");
        }
        return truth;
    }

    private static RowCheck.Literal literal(RowCheck.Literal literal, Kind kind, RowCheck.Term beside) {
        Optional<RowCheck.Literal> fitted = switch (kind) {
            case EXACT, DOUBLE -> literal instanceof RowCheck.Num number ? Optional.of(digits(number, kind)) : Optional.empty();
            case TEXT -> literal instanceof RowCheck.Text ? Optional.of(literal) : Optional.empty();
            case BOOL -> bool(literal);
            case DAY -> day(literal);
            case MOMENT -> moment(literal);
        };
        return fitted.filter(CheckFit::inTime).orElseThrow(() -> new MisfitException("it compares " + shown(beside) + " with a value of another kind"));
    }

    private static String shown(RowCheck.Term term) {
        return switch (term) {
            case RowCheck.Column column -> column.name();
            case RowCheck.Length length -> "the length of " + length.column();
            case RowCheck.Literal _ -> "a value";
        };
    }

    private static RowCheck.Literal digits(RowCheck.Num number, Kind kind) {
        int most = kind == Kind.DOUBLE || number.value().scale() > 0 ? DOUBLE_DIGITS : DIGITS;
        if (number.value().precision() > most || number.value().scale() > DOUBLE_DIGITS) {
            throw new MisfitException("it compares with a number of more digits than each database tells apart");
        }
        return number;
    }

    private static Optional<RowCheck.Literal> bool(RowCheck.Literal literal) {
        if (literal instanceof RowCheck.Num(BigDecimal value)) {
            boolean one = value.compareTo(BigDecimal.ONE) == 0;
            return one || value.signum() == 0 ? Optional.of(new RowCheck.Bool(one)) : Optional.empty();
        }
        return literal instanceof RowCheck.Bool ? Optional.of(literal) : Optional.empty();
    }

    private static Optional<RowCheck.Literal> day(RowCheck.Literal literal) {
        if (literal instanceof RowCheck.Text(String text)) {
            try {
                return Optional.of(new RowCheck.Day(LocalDate.parse(text)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return literal instanceof RowCheck.Day ? Optional.of(literal) : Optional.empty();
    }

    private static Optional<RowCheck.Literal> moment(RowCheck.Literal literal) {
        return switch (literal) {
            case RowCheck.Text(String text) -> moment(text).map(moment -> moment);
            case RowCheck.Day(LocalDate day) -> Optional.of(new RowCheck.Moment(day.atStartOfDay()));
            case RowCheck.Moment _ -> Optional.of(literal);
            case RowCheck.Num _, RowCheck.Bool _ -> Optional.empty();
        };
    }

    /** Returns the moment that a text writes down, a day being its beginning. */
    static Optional<RowCheck.Moment> moment(String text) {
        String whole = text.length() == "2000-01-01".length() ? text + "T00:00:00" : text.replace(' ', 'T');
        try {
            return Optional.of(new RowCheck.Moment(LocalDateTime.parse(whole)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean inTime(RowCheck.Literal literal) {
        return switch (literal) {
            case RowCheck.Day(LocalDate day) -> day.getYear() > 0 && day.getYear() <= LAST_YEAR;
            case RowCheck.Moment(LocalDateTime moment) -> moment.getYear() > 0 && moment.getYear() <= LAST_YEAR && moment.truncatedTo(ChronoUnit.MICROS).equals(moment);
            case RowCheck.Num _, RowCheck.Text _, RowCheck.Bool _ -> true;
        };
    }
}
