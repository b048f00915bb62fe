package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.godwit.model.Condition;
import org.godwit.model.Condition.Operator;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.jspecify.annotations.Nullable;

/** Reads the text of a condition: {@code exists(@.model) and not (type(@.n) = 'null' or @.n >= 3.5)}. */
public final class ConditionParser {
    private static final int MAX_DEPTH = 100;
    /** The longer symbols first: {@code <=} before {@code <}. */
    private static final List<Operator> OPERATORS = List.of(Operator.NOT_EQUAL, Operator.LESS_OR_EQUAL,
            Operator.GREATER_OR_EQUAL, Operator.EQUAL, Operator.LESS, Operator.GREATER);

    private final TextScanner in;
    private int depth;

    private ConditionParser(TextScanner in) {
        this.in = in;
    }

    /**
     * Reads a condition.
     *
     * @throws PlanSyntaxException if the text is no condition
     */
    public static Condition parse(String text) {
        TextScanner in = new TextScanner(text);
        Condition condition = new ConditionParser(in).or();
        in.skipSpace();
        if (!in.atEnd()) {
            throw in.fault("plan.syntax.conditionEnd");
        }
        return condition;
    }

    private Condition or() {
        return joined("or", this::and, Condition.Or::new);
    }

    private Condition and() {
        return joined("and", this::not, Condition.And::new);
    }

    private Condition joined(String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(part.get());
            in.skipSpace();
        } while (in.takeWord(word));
        return parts.size() == 1 ? parts.get(0) : join.apply(parts);
    }

    private Condition not() {
        if (++depth > MAX_DEPTH) {
            throw in.fault("plan.syntax.depth", MAX_DEPTH);
        }
        in.skipSpace();
        Condition condition = in.takeWord("not") ? new Condition.Not(not()) : simple();
        depth--;
        return condition;
    }

    private Condition simple() {
        if (in.take("(")) {
            Condition inside = or();
            in.skipSpace();
            in.require(")");
            return inside;
        }
        if (in.takeWord("exists")) {
            return new Condition.Exists(inParentheses());
        }
        if (in.takeWord("type")) {
            return type();
        }
        PathExpr path = path();
        in.skipSpace();
        Operator operator = operator();
        in.skipSpace();
        return new Condition.Compare(path, operator, literal());
    }

    private Condition type() {
        PathExpr path = inParentheses();
        in.skipSpace();
        boolean differs = in.take("!=");
        if (!differs && !in.take("=")) {
            throw in.fault("plan.syntax.typeOperator");
        }
        in.skipSpace();
        int start = in.position();
        if (in.peek() == '\'') {
            String name = in.quoted();
            for (JsonType type : JsonType.values()) {
                if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                    Condition is = new Condition.TypeIs(path, type);
                    return differs ? new Condition.Not(is) : is;
                }
            }
        }
        in.back(start);
        throw in.fault("plan.syntax.type");
    }

    private PathExpr inParentheses() {
        in.skipSpace();
        in.require("(");
        in.skipSpace();
        PathExpr path = path();
        in.skipSpace();
        in.require(")");
        return path;
    }

    private PathExpr path() {
        return new PathParser(in).path();
    }

    private Operator operator() {
        for (Operator operator : OPERATORS) {
            if (in.take(operator.symbol())) {
                return operator;
            }
        }
        throw in.fault("plan.syntax.operator");
    }

    private @Nullable Object literal() {
        if (in.peek() == '\'') {
            return in.quoted();
        }
        if (in.takeWord("true")) {
            return true;
        }
        if (in.takeWord("false")) {
            return false;
        }
        if (in.takeWord("null")) {
            return null;
        }
        return number();
    }

    private BigDecimal number() {
        int start = in.position();
        while ("+-.eE0123456789".indexOf(in.peek()) >= 0) {
            in.next();
        }
        try {
            return new BigDecimal(in.since(start));
        } catch (NumberFormatException e) {
            in.back(start);
            throw in.fault("plan.syntax.literal");
        }
    }
}
