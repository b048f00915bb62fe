package org.godwit.engine.propose;

import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.DateForm;
import org.godwit.model.JsonType;
import org.godwit.model.PathProfile;
import org.godwit.model.ValueSpec;

/** Chooses for a path the type that holds all its values so that each can be restored exactly. */
record ColumnTypes(DataType type, List<ValueSpec.Transform> transforms) {
    private static final int MAX_DIGITS = 38;

    static ColumnTypes of(PathProfile node) {
        boolean containers = Counts.of(node, JsonType.OBJECT) + Counts.of(node, JsonType.ARRAY) > 0;
        boolean strings = Counts.of(node, JsonType.STRING) > 0;
        boolean numbers = Counts.of(node, JsonType.NUMBER) > 0;
        boolean booleans = Counts.of(node, JsonType.BOOLEAN) > 0;
        int scalars = (strings ? 1 : 0) + (numbers ? 1 : 0) + (booleans ? 1 : 0);
        if (containers || scalars != 1) {
            return plain(DataType.JSON);
        }
        if (booleans) {
            return plain(DataType.BOOLEAN);
        }
        PathProfile.NumberFacts facts = node.numbers();
        if (numbers) {
            return plain(facts == null ? DataType.JSON : number(facts));
        }
        return text(node);
    }

    private static ColumnTypes plain(DataType type) {
        return new ColumnTypes(type, List.of());
    }

    private static DataType number(PathProfile.NumberFacts facts) {
        if (facts.fitsLong()) {
            return DataType.BIGINT;
        }
        if (facts.fitsHugeInt()) {
            return DataType.HUGEINT;
        }
        if (facts.notDouble() == 0) {
            return DataType.DOUBLE;
        }
        int precision = Math.max(1, facts.integerDigits() + facts.fractionDigits());
        boolean fits = facts.specials() == 0 && facts.fractionDigits() >= 0 && precision <= MAX_DIGITS;
        return fits ? DataType.decimal(precision, facts.fractionDigits()) : DataType.JSON;
    }

    private static ColumnTypes text(PathProfile node) {
        PathProfile.StringFacts facts = node.strings();
        if (facts != null) {
            long all = Counts.of(node, JsonType.STRING);
            for (DateForm form : DateForm.values()) {
                if (facts.dateForms().getOrDefault(form, 0L) == all) {
                    DataType type = form == DateForm.DATE ? DataType.DATE : DataType.TIMESTAMP;
                    return new ColumnTypes(
                            type, List.of(new ValueSpec.Transform("parse_timestamp", Map.of("forms", List.of(form.planName())))));
                }
            }
        }
        return plain(DataType.VARCHAR);
    }
}
