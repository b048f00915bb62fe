package org.godwit.engine.propose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.engine.profile.Inspector;
import org.godwit.engine.profile.SafeNames;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;

/** Makes a plan from an inspection. Stateless, thread-safe. */
public final class Proposer {
    private static final String SOURCE = "files";

    /** Makes a plan in which every document that was read has its tables. */
    public Proposal propose(Inspection inspection, List<String> sources, String target) {
        return make(inspection, sources, target, null);
    }

    /**
     * Copies a recipe whole and adds tables for the documents that it does not match.
     *
     * @param inspection made with the recipe's datasets in hand, so that their documents are told apart
     */
    public Proposal propose(Inspection inspection, List<String> sources, String target, Plan recipe) {
        return make(inspection, sources, target, recipe);
    }

    private static Proposal make(Inspection inspection, List<String> sources, String target, @Nullable Plan recipe) {
        List<Plan.Source> sourceSpecs = new ArrayList<>();
        for (String source : sources) {
            String name = Inspector.sourceName(sourceSpecs.size());
            sourceSpecs.add(new Plan.Source(name, "json", source, List.of()));
        }
        List<Plan.DatasetSpec> datasets = new ArrayList<>();
        List<TableSpec> tables = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        if (recipe != null) {
            datasets.addAll(recipe.datasets());
            tables.addAll(recipe.tables());
            recipe.tables().forEach(table -> taken.add(table.name()));
            recipe.views().forEach(view -> taken.add(view.name()));
        }
        List<Finding> findings = new ArrayList<>();
        String sourceName = sources.size() == 1 ? SOURCE : "";
        List<DatasetProfile> found = inspection.datasets().stream().filter(dataset -> !dataset.known()).toList();
        found.stream()
                .sorted(Comparator.comparingInt(DatasetProfile::matchOrder))
                .forEach(dataset -> datasets.add(ofSource(dataset.match(), sourceName)));
        Names names = Names.ofTables(taken);
        // Tables of documents are named first: a child table gives way to them, never the other way round.
        List<String> tableNames = found.stream().map(dataset -> names.of(dataset.name(), "documents")).toList();
        TablePlanner planner = new TablePlanner(names);
        for (int i = 0; i < found.size(); i++) {
            tables.addAll(planner.tables(found.get(i), tableNames.get(i)));
        }
        Map<String, List<String>> left = constrain(tables, found, tableNames, planner.kept());
        found.forEach(dataset -> findings.addAll(ProfileFindings.of(dataset, left.getOrDefault(dataset.name(), List.of()))));
        Plan plan = new Plan(
                Plan.VERSION,
                name(target),
                recipe == null ? "" : recipe.description(),
                sourceSpecs,
                new Plan.Target("duckdb", target),
                datasets,
                tables,
                recipe == null ? List.of() : recipe.views(),
                recipe == null ? Options.DEFAULT : recipe.options());
        return new Proposal(plan, findings);
    }

    /** Adds keys, references and checks that the source's tables have, and returns the checks that are not understood by dataset. */
    private static Map<String, List<String>> constrain(
            List<TableSpec> tables, List<DatasetProfile> found, List<String> names, Map<String, Map<String, String>> kept) {
        Map<String, String> nameOf = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            TableInfo info = found.get(i).table();
            if (info != null) {
                nameOf.put(info.name(), names.get(i));
            }
        }
        Map<String, List<String>> left = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            TableInfo info = found.get(i).table();
            if (info != null) {
                String name = names.get(i);
                String dataset = found.get(i).name();
                Map<String, String> columns = kept.getOrDefault(info.name(), Map.of());
                TableSpec.Constraints made = new SourceColumns(info).constraints(columns, kept, nameOf);
                tables.replaceAll(table -> {
                    if (!table.name().equals(name)) {
                        return table;
                    }
                    SourceChecks checks = new SourceChecks(info, columns, table);
                    left.put(dataset, checks.others());
                    return table.with(made.checking(checks.carried()));
                });
            }
        }
        return left;
    }

    private static Plan.DatasetSpec ofSource(Plan.DatasetSpec match, String source) {
        return source.isEmpty() ? match : match.ofSource(source);
    }

    private static String name(String target) {
        // Of a server the database, without what its address says of certificates and passwords.
        int query = target.contains("://") ? target.indexOf('?') : -1;
        Path fileName = Path.of(query < 0 ? target : target.substring(0, query)).getFileName();
        String text = fileName == null ? "" : fileName.toString();
        int dot = text.lastIndexOf('.');
        String words = SafeNames.words(dot > 0 ? text.substring(0, dot) : text);
        return words.isEmpty() ? "migration" : words.replace('_', '-');
    }
}
