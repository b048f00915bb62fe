package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.godwit.model.Condition;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.JsonType;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Makes random plans whose form is right; whether they mean something is left to chance. */
final class Generators {
    private Generators() {}

    static Arbitrary<String> names() {
        Arbitrary<String> odd = Arbitraries.strings().ofMinLength(1).ofMaxLength(6).filter(s -> s.chars().noneMatch(Generators::isControl));
        return Arbitraries.oneOf(Arbitraries.of("a", "b", "model", "Wert in °C", "x.y", "values", "set", "it's", "a\\b"), odd);
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c == 0x7f || Character.isSurrogate((char) c) || c == 0xfffe || c == 0xffff;
    }

    static Arbitrary<String> levels() {
        return Arbitraries.strings().withChars("abcXYZ_019").ofMinLength(1).ofMaxLength(4)
                .filter(name -> !Character.isDigit(name.charAt(0)) && !PathParser.RESERVED.contains(name));
    }

    static Arbitrary<PathExpr> values() {
        Arbitrary<List<Step>> steps = plainStep().list().ofMaxSize(4);
        return Arbitraries.oneOf(
                steps.map(s -> new PathExpr(PathExpr.Root.DOCUMENT, "", s)),
                steps.map(s -> new PathExpr(PathExpr.Root.ROW, "", s)),
                Combinators.combine(levels(), steps).as((name, s) -> new PathExpr(PathExpr.Root.LEVEL, name, s)),
                levels().map(name -> new PathExpr(PathExpr.Root.KEY, name, List.of())),
                levels().map(name -> new PathExpr(PathExpr.Root.POSITION, name, List.of())),
                Arbitraries.of("name", "stem", "path", "folder").map(fact -> new PathExpr(PathExpr.Root.FILE, fact, List.of())));
    }

    static Arbitrary<PathExpr> rows() {
        Arbitrary<Step> step = Arbitraries.oneOf(plainStep(), Arbitraries.of(new Step.Elements(""), new Step.Entries("")));
        Arbitrary<Step> named = levels().flatMap(l -> Arbitraries.of(new Step.Elements(l), new Step.Entries(l)));
        return Combinators.combine(step.list().ofMaxSize(3), named.list().ofMaxSize(1), step.list().ofMaxSize(2)).as((a, b, c) -> {
            List<Step> all = new ArrayList<>(a);
            all.addAll(b);
            all.addAll(c);
            return new PathExpr(PathExpr.Root.DOCUMENT, "", all);
        });
    }

    private static Arbitrary<Step> plainStep() {
        Arbitrary<Step> key = Arbitraries.oneOf(names(), Arbitraries.strings().ofMaxLength(5)).map(Step.Key::new);
        Arbitrary<Step> index = Arbitraries.integers().between(0, 999_999_999).map(Step.Index::new);
        return Arbitraries.oneOf(key, index);
    }

    static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(8), Arbitraries.of(true, false), numbers());
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals().between(new BigDecimal("-1e25"), new BigDecimal("1e25")).ofScale(7).map(n -> n.movePointLeft(3));
    }

    static Arbitrary<Condition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> exists = values().map(Condition.Exists::new);
        Arbitrary<Condition> is = Combinators.combine(values(), Arbitraries.of(JsonType.class)).as(Condition.TypeIs::new);
        Arbitrary<Condition> compare = Combinators.combine(values(), Arbitraries.of(Condition.Operator.class), scalars().injectNull(0.1))
                .as(Condition.Compare::new);
        if (depth == 0) {
            return Arbitraries.oneOf(exists, is, compare);
        }
        Arbitrary<Condition> inner = Arbitraries.lazy(() -> conditions(depth - 1));
        Arbitrary<List<Condition>> parts = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(exists, is, compare, parts.map(Condition.And::new), parts.map(Condition.Or::new), inner.map(Condition.Not::new));
    }

    private static Arbitrary<DataType> types() {
        return Arbitraries.of(DataType.BOOLEAN, DataType.BIGINT, DataType.DOUBLE, DataType.decimal(38, 38), DataType.decimal(9, 2),
                DataType.VARCHAR, DataType.JSON, DataType.TIMESTAMP);
    }

    private static Arbitrary<ValueSpec.Transform> transforms() {
        Arbitrary<Object> argument = Arbitraries.oneOf(scalars(), names().list().ofMaxSize(3).map(List::copyOf),
                Arbitraries.maps(names(), scalars()).ofMaxSize(7).map(LinkedHashMap::new));
        Arbitrary<String> key = names().filter(name -> !name.equals("name"));
        return Combinators.combine(names(), Arbitraries.maps(key, argument).ofMaxSize(2)).as(ValueSpec.Transform::new);
    }

    private static Arbitrary<ValueSpec.From> froms() {
        return Combinators.combine(
                values().list().ofMinSize(1).ofMaxSize(3).uniqueElements(),
                scalars().injectNull(0.7),
                transforms().list().ofMaxSize(2),
                Arbitraries.of(ValueSpec.NullMeans.class)).as(ValueSpec.From::new);
    }

    private static Arbitrary<ValueSpec> valueSpecs() {
        Arbitrary<Map<String, ValueSpec.From>> on = Arbitraries.maps(names(), froms()).ofMinSize(1).ofMaxSize(2);
        Arbitrary<Map<String, ValueSpec.From>> reads = Arbitraries.maps(levels(), froms()).ofMaxSize(2);
        return Arbitraries.oneOf(
                froms(),
                values().map(ValueSpec.From::path),
                scalars().map(ValueSpec.Const::new),
                Combinators.combine(names(), on).as(ValueSpec.Ref::new),
                Combinators.combine(names(), levels()).as(ValueSpec.Parent::new),
                values().map(ValueSpec.Rest::new),
                Combinators.combine(names(), reads).as(ValueSpec.Sql::new));
    }

    private static Arbitrary<TableSpec> tables() {
        Arbitrary<TableSpec.Column> column = Combinators.combine(names(), types(), Arbitraries.of(true, false), Arbitraries.of(true, false),
                Arbitraries.of("", "ms")).as(TableSpec.Column::new);
        Arbitrary<TableSpec.Feed> feed = Combinators.combine(names(), rows(), conditions().injectNull(0.5),
                Arbitraries.maps(names(), valueSpecs()).ofMaxSize(3)).as(TableSpec.Feed::new);
        return Combinators.combine(names(), names().list().ofMaxSize(2).uniqueElements(), Arbitraries.of(TableSpec.OnConflict.class),
                column.list().ofMinSize(1).ofMaxSize(3), feed.list().ofMaxSize(2)).as(TableSpec::new);
    }

    private static Arbitrary<Plan.DatasetSpec> datasets() {
        Arbitrary<List<PathExpr>> paths = rows().list().ofMaxSize(2).uniqueElements();
        return Combinators.combine(names(), Arbitraries.of("", "files"), paths, paths,
                Arbitraries.maps(rows(), Arbitraries.of(JsonType.class)).ofMaxSize(2)).as(Plan.DatasetSpec::new);
    }

    static Arbitrary<Plan> plans() {
        Arbitrary<Options> options = Combinators.combine(Arbitraries.of(Options.OnReject.class), Arbitraries.of(Options.Duplicates.class),
                Arbitraries.of(Options.Lineage.class), Arbitraries.of(Options.Strategy.class)).as(Options::new);
        Arbitrary<Plan.Source> documents = Combinators.combine(names(), Arbitraries.of("json"), names(), names().list().ofMaxSize(2))
                .as(Plan.Source::new);
        Arbitrary<CsvOptions> csv = Combinators.combine(Arbitraries.of(',', '\t', ';', ' ', '\\', '\u0001').injectNull(0.3), Arbitraries.of(true, false).injectNull(0.3))
                .as(CsvOptions::new);
        Arbitrary<Plan.Source> source = Arbitraries.oneOf(
                documents, Combinators.combine(names(), names(), csv).as((name, path, read) -> new Plan.Source(name, CsvOptions.TYPE, path, List.of()).with(read)));
        Arbitrary<Plan.Target> target = names().map(path -> new Plan.Target("duckdb", path));
        Arbitrary<Plan.View> view = Combinators.combine(names(), names()).as(Plan.View::new);
        return Combinators.combine(
                Combinators.combine(names(), Arbitraries.strings().ofMaxLength(5), source.list().ofMaxSize(2), target.injectNull(0.3))
                        .as(Head::new),
                datasets().list().ofMaxSize(3), tables().list().ofMaxSize(3), view.list().ofMaxSize(2), options)
                .as((head, datasets, tables, views, o) -> new Plan(1, head.name, head.description, head.sources, head.target, datasets,
                        tables, views, o));
    }

    private record Head(String name, String description, List<Plan.Source> sources, Plan.Target target) {}
}
