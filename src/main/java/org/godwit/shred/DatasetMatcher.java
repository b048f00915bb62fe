package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.model.JsonType;
import org.godwit.model.NameGlob;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/**
 * Tells to which dataset of a plan a document belongs: the first whose rule it fulfils. A table that a dataset names is not meant by
 * another one's pattern. Thread-safe.
 */
public final class DatasetMatcher {
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> named;
    /** Which rules mean a table; asked for each of its rows. */
    private final Map<String, int[]> meant = new ConcurrentHashMap<>();

    /**
     * @param datasets in the order in which they are tried; paths start at the document
     * @param keys the table that numbered the names of the tapes
     */
    public DatasetMatcher(List<Plan.DatasetSpec> datasets, KeyTable keys) {
        for (Plan.DatasetSpec dataset : datasets) {
            List<Test> tests = new ArrayList<>();
            dataset.has().forEach(path -> tests.add(Test.of(path, keys, null, true)));
            dataset.types().forEach((path, type) -> tests.add(Test.of(path, keys, type, true)));
            dataset.lacks().forEach(path -> tests.add(Test.of(path, keys, null, false)));
            rules.add(new Rule(dataset.table(), NameGlob.isPattern(dataset.table()) ? NameGlob.of(dataset.table()) : null, tests));
        }
        named = rules.stream().filter(rule -> rule.tests().stream().noneMatch(Test::never)).map(Rule::table).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the position of the first dataset that the document belongs to, or -1.
     *
     * @param table the table whose row it is; empty for a document of a file
     */
    public int match(JsonTape tape, String table) {
        for (int i : meant(table)) {
            if (fulfils(tape, rules.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private int[] meant(String table) {
        int[] known = meant.get(table);
        return known != null ? known : meant.computeIfAbsent(table, name -> IntStream.range(0, rules.size()).filter(i -> means(rules.get(i), name)).toArray());
    }

    /**
     * Returns the position of the dataset that all rows of a table belong to, whatever is in them; -1 if that depends on
     * the row.
     */
    int ofTable(String table) {
        for (int i : meant(table)) {
            Rule rule = rules.get(i);
            if (rule.tests().stream().noneMatch(Test::never)) {
                return rule.tests().isEmpty() ? i : -1;
            }
        }
        return -1;
    }

    /** Returns whether there is a dataset of the rows of this very table or of tables called like it, whatever is in them. */
    public boolean names(String table) {
        return rules.stream().anyMatch(rule -> !rule.table().isEmpty() && means(rule, table));
    }

    private boolean means(Rule rule, String table) {
        NameGlob pattern = rule.pattern();
        return rule.table().isEmpty() || rule.table().equals(table) || (pattern != null && !named.contains(table) && pattern.matches(table));
    }

    /** Returns whether the document fulfils the rule of this one dataset, whatever the others say. */
    public boolean matches(JsonTape tape, String table, int dataset) {
        return means(rules.get(dataset), table) && fulfils(tape, rules.get(dataset));
    }

    private static boolean fulfils(JsonTape tape, Rule rule) {
        for (Test test : rule.tests()) {
            if (test.find(tape, 0, 0) != test.wanted()) {
                return false;
            }
        }
        return true;
    }

    /** @param pattern if the table stands for many */
    private record Rule(String table, @Nullable NameGlob pattern, List<Test> tests) {}

    /** A step and, for a member, the number of its name. */
    private record Hop(Step step, int keyId) {}

    /** A path that must or must not lead to a node (of a type). */
    private record Test(List<Hop> hops, @Nullable JsonType type, boolean wanted) {
        static Test of(PathExpr path, KeyTable keys, @Nullable JsonType type, boolean wanted) {
            if (path.root() != PathExpr.Root.DOCUMENT) {
                throw new IllegalArgumentException("a match rule starts at $: " + path.text());
            }
            List<Hop> hops = new ArrayList<>();
            for (Step step : path.steps()) {
                hops.add(new Hop(step, step instanceof Step.Key key ? keys.id(key.name()) : KeyTable.UNNUMBERED));
            }
            return new Test(hops, type, wanted);
        }

        /** Whether no document passes it: each has a root. */
        boolean never() {
            return hops.isEmpty() && type == null && !wanted;
        }

        /** Whether at least one node is at the path (and of the type). */
        boolean find(JsonTape tape, int node, int at) {
            if (at == hops.size()) {
                return type == null || isOfType(tape.kind(node), type);
            }
            Hop hop = hops.get(at);
            if (hop.step() instanceof Step.Key key) {
                int member = tape.member(node, hop.keyId(), key.name());
                return member >= 0 && find(tape, member, at + 1);
            }
            if (hop.step() instanceof Step.Index index) {
                int element = tape.element(node, index.position());
                return element >= 0 && find(tape, element, at + 1);
            }
            return findAny(tape, node, at, hop.step() instanceof Step.Elements ? JsonTape.ARRAY : JsonTape.OBJECT);
        }

        private boolean findAny(JsonTape tape, int node, int at, byte kind) {
            if (tape.kind(node) != kind) {
                return false;
            }
            for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
                if (find(tape, child, at + 1)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isOfType(byte kind, JsonType type) {
        return switch (type) {
            case OBJECT -> kind == JsonTape.OBJECT;
            case ARRAY -> kind == JsonTape.ARRAY;
            case STRING -> kind == JsonTape.STRING;
            case NUMBER -> kind == JsonTape.NUMBER;
            case BOOLEAN -> kind == JsonTape.TRUE || kind == JsonTape.FALSE;
            case NULL -> kind == JsonTape.NULL;
        };
    }
}
