package org.godwit.engine.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.godwit.duck.Expressions;
import org.godwit.duck.SyntaxNode;
import org.godwit.model.RowCheck;
import org.godwit.model.RowCheck.Operator;
import org.godwit.model.TableInfo.Dialect;

/** Reads conditions. DuckDB takes them apart; a part that is not known here makes the whole not understood. */
public final class CheckReader {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "string");
    private static final Set<String> WHOLES = Set.of("smallint", "int2", "integer", "int", "int4", "bigint", "int8");
    private static final Set<String> EXACT = Set.of("numeric", "decimal");
    private static final Set<String> DOUBLES = Set.of("double", "double precision", "float8");
    private static final int MAX_DIGITS = 40;

    private final Dialect dialect;
    private final BiPredicate<String, String> keeps;

    /** @param keeps whether a column's values are the same as another type: column and type, in small letters */
    private CheckReader(Dialect dialect, BiPredicate<String, String> keeps) {
        this.dialect = dialect;
        this.keeps = keeps;
    }

    /** A part that is not understood. */
    private static final class UnclearException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnclearException(String part) {
            super(part, null, false, false);
        }
    }

    /** Reads a condition of a plan: DuckDB's SQL. Returns nothing if it is not understood. */
    public static Optional<RowCheck> ofPlan(String expression) {
        return new CheckReader(Dialect.DUCKDB, (column, type) -> false).read(expression);
    }

    /**
     * Reads a condition of a source. Returns nothing if it is not understood.
     *
     * @param keeps whether a column's values stay the same as another type: names of column and type, this in small letters
     */
    public static Optional<RowCheck> of(Dialect dialect, String expression, BiPredicate<String, String> keeps) {
        // Where a backslash begins an escape, DuckDB reads another text.
        boolean escaped = dialect == Dialect.MARIADB && expression.indexOf('\\') >= 0;
        return escaped ? Optional.empty() : new CheckReader(dialect, keeps).read(expression);
    }

    private Optional<RowCheck> read(String expression) {
        try {
            return Expressions.condition(expression).map(this::condition);
        } catch (UnclearException e) {
            return Optional.empty();
        }
    }

    private static UnclearException unclear(SyntaxNode node) {
        return new UnclearException(node.text("type"));
    }

    private RowCheck condition(SyntaxNode node) {
        List<SyntaxNode> children = node.list("children");
        return switch (node.text("type")) {
            case "CONJUNCTION_AND" -> new RowCheck.And(conditions(children, RowCheck.And.class));
            case "CONJUNCTION_OR" -> new RowCheck.Or(conditions(children, RowCheck.Or.class));
            case "OPERATOR_NOT" -> not(condition(only(node, children)));
            case "OPERATOR_IS_NULL" -> new RowCheck.IsNull(column(only(node, children)));
            case "OPERATOR_IS_NOT_NULL" -> new RowCheck.Not(new RowCheck.IsNull(column(only(node, children))));
            case "COMPARE_IN" -> in(children);
            case "COMPARE_NOT_IN" -> new RowCheck.Not(in(children));
            case "COMPARE_BETWEEN" -> between(node);
            case "COMPARE_NOT_BETWEEN" -> new RowCheck.Not(between(node));
            case "COLUMN_REF" -> new RowCheck.Truth(column(node));
            case "FUNCTION" -> like(node);
            case "SUBQUERY" -> any(node);
            default -> new RowCheck.Compare(term(node.at("left")), operator(node), term(node.at("right")));
        };
    }

    /** Conditions that the same word joins are one list. */
    private List<RowCheck> conditions(List<SyntaxNode> children, Class<? extends RowCheck> joined) {
        List<RowCheck> parts = new ArrayList<>();
        for (SyntaxNode child : children) {
            RowCheck part = condition(child);
            switch (part) {
                case RowCheck.And and when joined == RowCheck.And.class -> parts.addAll(and.parts());
                case RowCheck.Or or when joined == RowCheck.Or.class -> parts.addAll(or.parts());
                default -> parts.add(part);
            }
        }
        return parts;
    }

    private static RowCheck not(RowCheck part) {
        return part instanceof RowCheck.Not twice ? twice.part() : new RowCheck.Not(part);
    }

    private static SyntaxNode only(SyntaxNode node, List<SyntaxNode> children) {
        if (children.size() != 1) {
            throw unclear(node);
        }
        return children.get(0);
    }

    private static Operator operator(SyntaxNode node) {
        return switch (node.text("type")) {
            case "COMPARE_EQUAL" -> Operator.EQUAL;
            case "COMPARE_NOTEQUAL" -> Operator.DIFFERENT;
            case "COMPARE_LESSTHAN" -> Operator.LESS;
            case "COMPARE_LESSTHANOREQUALTO" -> Operator.LESS_OR_EQUAL;
            case "COMPARE_GREATERTHAN" -> Operator.GREATER;
            case "COMPARE_GREATERTHANOREQUALTO" -> Operator.GREATER_OR_EQUAL;
            default -> throw unclear(node);
        };
    }

    private RowCheck between(SyntaxNode node) {
        RowCheck.Term value = term(node.at("input"));
        return new RowCheck.And(List.of(
                new RowCheck.Compare(value, Operator.GREATER_OR_EQUAL, term(node.at("lower"))),
                new RowCheck.Compare(value, Operator.LESS_OR_EQUAL, term(node.at("upper")))));
    }

    private RowCheck in(List<SyntaxNode> children) {
        return new RowCheck.In(term(children.get(0)), literals(children.subList(1, children.size())));
    }

    private List<RowCheck.Literal> literals(List<SyntaxNode> nodes) {
        return nodes.stream().map(this::literal).toList();
    }

    private RowCheck.Literal literal(SyntaxNode node) {
        if (term(node) instanceof RowCheck.Literal literal) {
            return literal;
        }
        throw unclear(node);
    }

    /** PostgreSQL's way to say IN: a value is equal to any element of an array. */
    private RowCheck any(SyntaxNode node) {
        SyntaxNode select = node.at("subquery").at("node");
        boolean equal = node.text("subquery_type").equals("ANY") && node.text("comparison_type").equals("COMPARE_EQUAL");
        boolean array = select.list("select_list").size() == 1 && select.at("from_table").text("type").equals("EMPTY") && select.at("where_clause").isEmpty();
        if (!equal || !array || !select.list("select_list").get(0).text("function_name").equals("unnest")) {
            throw unclear(node);
        }
        SyntaxNode list = argument(select.list("select_list").get(0), 0, 1);
        if (list.text("type").equals("OPERATOR_CAST") && isTexts(list.at("type_expr"))) {
            list = list.at("child");
        }
        if (!list.text("type").equals("ARRAY_CONSTRUCTOR") || list.list("children").isEmpty()) {
            throw unclear(node);
        }
        return new RowCheck.In(term(node.at("child")), literals(list.list("children")));
    }

    private static boolean isTexts(SyntaxNode type) {
        return type.text("type_name").equals("list") && type.list("children").size() == 1 && TEXTS.contains(plainType(type.list("children").get(0)));
    }

    private RowCheck like(SyntaxNode node) {
        String name = node.text("function_name");
        boolean known = name.equals("~~") || name.equals("!~~");
        if (!known || !(term(argument(node, 1, 2)) instanceof RowCheck.Text pattern)) {
            throw unclear(node);
        }
        // SQLite takes a for A; and what a backslash means is not the same everywhere.
        boolean letters = dialect == Dialect.SQLITE && pattern.value().chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        if (letters || pattern.value().indexOf('\\') >= 0) {
            throw unclear(node);
        }
        RowCheck.Like like = new RowCheck.Like(termColumn(argument(node, 0, 2)), pattern.value());
        return name.equals("~~") ? like : new RowCheck.Not(like);
    }

    private static SyntaxNode argument(SyntaxNode function, int index, int count) {
        List<SyntaxNode> arguments = function.list("arguments");
        if (arguments.size() != count || !function.text("schema").isEmpty() || !function.at("filter").isEmpty() || function.text("distinct").equals("true")) {
            throw unclear(function);
        }
        return arguments.get(index).at("expression");
    }

    private static String column(SyntaxNode node) {
        if (!node.text("type").equals("COLUMN_REF") || node.list("column_names").size() != 1) {
            throw unclear(node);
        }
        return node.list("column_names").get(0).text();
    }

    /** Returns the column of a node that may say of it that it is of its own type. */
    private String termColumn(SyntaxNode node) {
        if (term(node) instanceof RowCheck.Column column) {
            return column.name();
        }
        throw unclear(node);
    }

    private RowCheck.Term term(SyntaxNode node) {
        return switch (node.text("type")) {
            case "COLUMN_REF" -> new RowCheck.Column(column(node));
            case "VALUE_CONSTANT" -> constant(node);
            case "OPERATOR_CAST" -> cast(node);
            case "FUNCTION" -> function(node);
            default -> throw unclear(node);
        };
    }

    private RowCheck.Term function(SyntaxNode node) {
        String name = node.text("function_name").toLowerCase(Locale.ROOT);
        if (name.equals("-") && term(argument(node, 0, 1)) instanceof RowCheck.Num number) {
            return new RowCheck.Num(number.value().negate());
        }
        boolean length = switch (name) {
            case "char_length", "character_length" -> dialect != Dialect.SQLITE;
            // MariaDB counts bytes.
            case "length" -> dialect != Dialect.MARIADB;
            case "len" -> dialect == Dialect.DUCKDB;
            default -> false;
        };
        if (!length) {
            throw unclear(node);
        }
        return new RowCheck.Length(termColumn(argument(node, 0, 1)));
    }

    private static RowCheck.Literal constant(SyntaxNode node) {
        String text = node.at("literal").text("text");
        return switch (node.at("literal").text("kind")) {
            case "INTEGER", "NUMERIC" -> number(text, node);
            case "STRING" -> new RowCheck.Text(text);
            case "BOOLEAN" -> new RowCheck.Bool(Boolean.parseBoolean(text));
            default -> throw unclear(node);
        };
    }

    private static RowCheck.Num number(String text, SyntaxNode node) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
                throw unclear(node);
            }
            BigDecimal bare = value.stripTrailingZeros();
            return new RowCheck.Num(bare.scale() < 0 ? bare.setScale(0) : bare);
        } catch (NumberFormatException e) {
            throw unclear(node);
        }
    }

    /** Returns a type without modifiers in small letters; empty for others. */
    private static String plainType(SyntaxNode type) {
        return type.list("children").isEmpty() && type.text("schema").isEmpty() ? type.text("type_name").toLowerCase(Locale.ROOT) : "";
    }

    private RowCheck.Term cast(SyntaxNode node) {
        String type = plainType(node.at("type_expr"));
        RowCheck.Term child = term(node.at("child"));
        boolean tried = node.text("try_cast").equals("true");
        if (tried || type.isEmpty()) {
            throw unclear(node);
        }
        return switch (child) {
            case RowCheck.Column column when keeps.test(column.name(), type) -> column;
            case RowCheck.Num number -> number(number, type, node);
            case RowCheck.Text text when TEXTS.contains(type) -> text;
            case RowCheck.Text text when type.equals("date") -> new RowCheck.Day(day(text.value(), node));
            case RowCheck.Text text when type.equals("timestamp") -> CheckFit.moment(text.value()).orElseThrow(() -> unclear(node));
            case RowCheck.Text text -> number(number(text.value(), node), type, node);
            case RowCheck.Column _, RowCheck.Length _, RowCheck.Bool _, RowCheck.Day _, RowCheck.Moment _ -> throw unclear(node);
        };
    }

    /** DuckDB's DECIMAL keeps three digits behind the point, PostgreSQL's all. */
    private RowCheck.Num number(RowCheck.Num number, String type, SyntaxNode node) {
        boolean whole = number.value().scale() == 0;
        boolean same = (WHOLES.contains(type) && whole) || DOUBLES.contains(type) || (EXACT.contains(type) && (whole || dialect == Dialect.POSTGRESQL));
        if (!same) {
            throw unclear(node);
        }
        return number;
    }

    private static LocalDate day(String text, SyntaxNode node) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw unclear(node);
        }
    }
}
