package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.godwit.model.DataType;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Finding;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;

/** What a person should look at in the profile of a dataset. Not thread-safe. */
final class ProfileFindings {
    private static final int MAX_FINDINGS = 100;
    private static final long RARE = 50;
    private static final int MAX_BESIDE = 5;

    private final List<Finding> findings = new ArrayList<>();
    private final String dataset;

    private ProfileFindings(String dataset) {
        this.dataset = dataset;
    }

    /** @param checks of the source's table that do not go along, in words */
    static List<Finding> of(DatasetProfile dataset, List<String> checks) {
        ProfileFindings found = new ProfileFindings(dataset.name());
        if (dataset.isSeries()) {
            found.add(Finding.Severity.INFO, List.of(), "Files that are called alike (" + dataset.match().table()
                    + ") are one table; what tells them apart is a column of it.");
        }
        found.look(dataset.root(), List.of());
        TableInfo table = dataset.table();
        List<String> left = new ArrayList<>(checks);
        left.addAll(table == null ? List.of() : table.beside());
        if (!left.isEmpty()) {
            String more = left.size() > MAX_BESIDE ? ", and %d more".formatted(left.size() - MAX_BESIDE) : "";
            found.add(Finding.Severity.WARNING, List.of(), "Declared in the source and not carried over: "
                    + left.stream().limit(MAX_BESIDE).collect(Collectors.joining(", ")) + more + ".");
        }
        return found.findings;
    }

    private void look(PathProfile node, List<Step> path) {
        if (findings.size() >= MAX_FINDINGS) {
            return;
        }
        keys(node, path);
        types(node, path);
        exactness(node, path);
        rarity(node, path);
        for (PathProfile child : node.children()) {
            List<Step> longer = new ArrayList<>(path);
            longer.add(child.step());
            look(child, longer);
        }
    }

    private void add(Finding.Severity severity, List<Step> path, String message) {
        findings.add(new Finding(severity, dataset + ": " + new PathExpr(PathExpr.Root.DOCUMENT, "", path).text(), message));
    }

    private void keys(PathProfile node, List<Step> path) {
        PathProfile.KeysVerdict verdict = node.keysAreData();
        if (verdict == null || (!verdict.data() && !verdict.doubtful())) {
            return;
        }
        String taken = verdict.data() ? "The keys are taken as data: " : "The keys are taken as names of fields: ";
        add(verdict.doubtful() ? Finding.Severity.WARNING : Finding.Severity.INFO, path, taken + verdict.reason() + ".");
    }

    private void types(PathProfile node, List<Step> path) {
        JsonType most = null;
        long mostCount = 0;
        for (JsonType type : JsonType.values()) {
            long count = type == JsonType.NULL ? 0 : Counts.of(node, type);
            if (count > mostCount) {
                most = type;
                mostCount = count;
            }
        }
        for (JsonType type : JsonType.values()) {
            long count = type == JsonType.NULL || type == most ? 0 : Counts.of(node, type);
            if (count > 0 && most != null) {
                add(Finding.Severity.WARNING, path, "%d of %d values are of type %s instead of %s; the first is in %s.".formatted(
                        count, node.occurrences(), word(type), word(most), node.firstOf().getOrDefault(type, "?")));
            }
        }
    }

    private static String word(JsonType type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void exactness(PathProfile node, List<Step> path) {
        PathProfile.NumberFacts facts = node.numbers();
        if (facts == null || facts.notDouble() == 0) {
            return;
        }
        DataType type = ColumnTypes.of(node).type();
        if (type.kind() == DataType.Kind.DECIMAL || type.kind() == DataType.Kind.JSON) {
            add(Finding.Severity.INFO, path, "%d of %d numbers have no exact double; the column is %s.".formatted(
                    facts.notDouble(), node.occurrences(), type.sql()));
        }
    }

    private void rarity(PathProfile node, List<Step> path) {
        if (node.step() instanceof Step.Key && node.parents() >= RARE && node.occurrences() * RARE <= node.parents()) {
            String first = node.firstOf().entrySet().stream().map(Map.Entry::getValue).min(String::compareTo).orElse("?");
            add(Finding.Severity.INFO, path, "Only %d of %d objects have it; one is in %s.".formatted(
                    node.occurrences(), node.parents(), first));
        }
    }
}
