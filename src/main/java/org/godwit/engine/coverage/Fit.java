package org.godwit.engine.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.DataType;
import org.godwit.model.DateForm;
import org.godwit.model.JsonType;
import org.godwit.model.PathProfile;
import org.godwit.model.ValueSpec;

/**
 * How the values at a path fit a column.
 *
 * @param stored values that the column can bring back
 * @param rejected values that it cannot hold
 * @param exact whether that is sure
 */
public record Fit(long stored, long rejected, boolean exact) {
    private static final BigDecimal MIN_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Fit plus(Fit other) {
        return new Fit(stored + other.stored, rejected + other.rejected, exact && other.exact);
    }

    private static Fit stored(long count) {
        return new Fit(count, 0, true);
    }

    private static Fit rejected(long count) {
        return new Fit(0, count, true);
    }

    /** What a column makes of it is not what it was: the value itself stays in rest. */
    private static Fit derived() {
        return new Fit(0, 0, true);
    }

    /**
     * Returns how the scalars and empty containers at a path fit a type. Null is not among them: it fits everywhere.
     *
     * @param transforms that are applied before
     */
    public static Fit of(PathProfile node, DataType type, List<ValueSpec.Transform> transforms) {
        long empty = node.emptyContainers();
        boolean dates = transforms.size() == 1 && transforms.getFirst().name().equals("parse_timestamp");
        if (!transforms.isEmpty() && !dates) {
            return new Fit(0, 0, false);
        }
        if (type.kind() == DataType.Kind.JSON) {
            return stored(count(node, JsonType.STRING) + count(node, JsonType.NUMBER) + count(node, JsonType.BOOLEAN) + empty);
        }
        Fit containers = type.kind() == DataType.Kind.VARCHAR ? derived() : rejected(empty);
        return strings(node, type, transforms).plus(numbers(node, type, transforms)).plus(booleans(node, type)).plus(containers);
    }

    static long count(PathProfile node, JsonType type) {
        return node.types().getOrDefault(type, 0L);
    }

    private static Fit booleans(PathProfile node, DataType type) {
        long count = count(node, JsonType.BOOLEAN);
        return switch (type.kind()) {
            case BOOLEAN, JSON -> stored(count);
            case VARCHAR -> derived();
            case INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, DATE, TIMESTAMP, BLOB -> rejected(count);
        };
    }

    private static Fit strings(PathProfile node, DataType type, List<ValueSpec.Transform> transforms) {
        long count = count(node, JsonType.STRING);
        PathProfile.StringFacts facts = node.strings();
        return switch (type.kind()) {
            case VARCHAR, JSON -> stored(count);
            case BOOLEAN -> rejected(count);
            case BLOB -> new Fit(0, 0, false);
            case INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL -> {
                long numeric = facts == null ? 0 : facts.numeric();
                yield new Fit(0, count - numeric, numeric == 0);
            }
            case DATE, TIMESTAMP -> {
                long read = facts == null ? 0 : facts.dateForms().getOrDefault(firstForm(transforms), 0L);
                boolean date = type.kind() == DataType.Kind.DATE && firstForm(transforms) != DateForm.DATE;
                yield new Fit(read, 0, !date && (read == count || read == 0));
            }
        };
    }

    private static DateForm firstForm(List<ValueSpec.Transform> transforms) {
        if (!transforms.isEmpty() && transforms.getFirst().arguments().get("forms") instanceof List<?> forms && !forms.isEmpty()) {
            for (DateForm form : DateForm.values()) {
                if (form.planName().equals(forms.getFirst())) {
                    return form;
                }
            }
        }
        return DateForm.ISO;
    }

    private static Fit numbers(PathProfile node, DataType type, List<ValueSpec.Transform> transforms) {
        long count = count(node, JsonType.NUMBER);
        PathProfile.NumberFacts facts = node.numbers();
        if (count == 0 || facts == null) {
            return derived();
        }
        return switch (type.kind()) {
            case JSON -> stored(count);
            case VARCHAR -> derived();
            case BOOLEAN, BLOB -> rejected(count);
            case DATE, TIMESTAMP -> epochs(transforms) ? new Fit(0, 0, false) : rejected(count);
            case DOUBLE -> new Fit(count - facts.notDouble(), 0, facts.notDouble() == 0);
            case BIGINT -> facts.fitsLong() ? stored(count) : partly(count, facts);
            case INTEGER -> facts.fitsLong() && between(facts, MIN_INTEGER, MAX_INTEGER) ? stored(count) : partly(count, facts);
            case HUGEINT -> facts.fitsHugeInt() ? stored(count) : partly(count, facts);
            case DECIMAL -> {
                boolean fits = facts.specials() == 0
                        && facts.fractionDigits() >= 0
                        && facts.fractionDigits() <= type.scale()
                        && facts.integerDigits() <= type.precision() - type.scale();
                yield fits ? stored(count) : partly(count, facts);
            }
        };
    }

    private static boolean epochs(List<ValueSpec.Transform> transforms) {
        return !transforms.isEmpty() && transforms.getFirst().arguments().get("forms") instanceof List<?> forms
                && (forms.contains("epoch_s") || forms.contains("epoch_ms"));
    }

    /** Whole numbers fit, others do not; how many are too great cannot be told. */
    private static Fit partly(long count, PathProfile.NumberFacts facts) {
        return new Fit(facts.integers(), count - facts.integers(), facts.fitsLong() && facts.integers() == 0);
    }

    private static boolean between(PathProfile.NumberFacts facts, BigDecimal least, BigDecimal most) {
        return !facts.min().isEmpty()
                && facts.specials() == 0
                && new BigDecimal(facts.min()).compareTo(least) >= 0
                && new BigDecimal(facts.max()).compareTo(most) <= 0;
    }

    /** Returns the types that hold every value at a path and keep it as it is, the tightest first. */
    public static List<DataType> fitting(PathProfile node) {
        List<DataType> all = new ArrayList<>(List.of(
                DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE, DataType.DATE, DataType.TIMESTAMP, DataType.VARCHAR));
        PathProfile.NumberFacts facts = node.numbers();
        if (facts != null && facts.fractionDigits() > 0 && facts.integerDigits() + facts.fractionDigits() <= 38) {
            all.add(5, DataType.decimal(Math.max(1, facts.integerDigits() + facts.fractionDigits()), facts.fractionDigits()));
        }
        all.add(DataType.JSON);
        long scalars = count(node, JsonType.STRING) + count(node, JsonType.NUMBER) + count(node, JsonType.BOOLEAN) + node.emptyContainers();
        boolean containers = !node.children().isEmpty();
        return all.stream()
                .filter(type -> !containers || type.kind() == DataType.Kind.JSON)
                .filter(type -> of(node, type, List.of()).equals(new Fit(scalars, 0, true)))
                .toList();
    }
}
