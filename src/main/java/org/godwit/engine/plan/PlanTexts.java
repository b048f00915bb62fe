package org.godwit.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.godwit.engine.check.CheckReader;
import org.godwit.engine.text.Messages;
import org.godwit.model.Condition;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.RowCheck;

/** Reads the little languages inside a plan's strings. A text that cannot be read is a fault and gives a stand-in. */
final class PlanTexts {
    private static final PathExpr NO_PATH = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of());
    private static final List<String> TYPES =
            Stream.concat(Arrays.stream(DataType.Kind.values()).filter(k -> k != DataType.Kind.DECIMAL).map(Enum::name),
                    Stream.of("DECIMAL(p,s)")).toList();

    private final Faults faults;

    PlanTexts(Faults faults) {
        this.faults = faults;
    }

    PathExpr path(String text, Pointer at) {
        return read(text, at, PathParser::parse, NO_PATH);
    }

    Condition condition(String text, Pointer at) {
        return read(text, at, ConditionParser::parse, new Condition.Exists(NO_PATH));
    }

    RowCheck check(String text, Pointer at) {
        return CheckReader.ofPlan(text).orElseGet(() -> {
            faults.add(at, Messages.get("plan.check"), "'" + text + "'");
            return new RowCheck.And(List.of());
        });
    }

    private <T> T read(String text, Pointer at, Function<String, T> parser, T standIn) {
        try {
            return parser.apply(text);
        } catch (PlanSyntaxException e) {
            faults.add(at, Messages.get("plan.syntax", e.expected(), e.position()), "'" + text + "'");
            return standIn;
        }
    }

    char delimiter(String text, Pointer at) {
        try {
            return CsvOptions.delimiter(text);
        } catch (IllegalArgumentException e) {
            faults.addName(at, "plan.delimiter", text, CsvOptions.names());
            return ',';
        }
    }

    DataType type(String text, Pointer at) {
        try {
            return DataType.parse(text);
        } catch (IllegalArgumentException e) {
            faults.addName(at, "plan.type", text, TYPES);
            return DataType.JSON;
        }
    }
}
