package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.Choices;
import org.godwit.model.FileReport;
import org.godwit.model.LeafCounts;
import org.godwit.model.Problem;
import org.jspecify.annotations.Nullable;

/** What all units so far hold; takes them in document order, one at a time. */
final class SourceProfile {
    /** With more signatures than this, similar ones are joined while reading. */
    private static final int MAX_GROUPS = 512;

    final Budget budget = new Budget();
    final Map<Integer, Group> known = new TreeMap<>();
    /** Rows of tables, by what makes tables one dataset. */
    final Map<String, Group> tables = new TreeMap<>();
    private final Map<Signature, Group> bySignature = new HashMap<>();
    private final Map<Integer, FileState> files = new TreeMap<>();
    private int groups;
    private int compactAt = MAX_GROUPS;
    private LeafCounts leaves = LeafCounts.NONE;
    private final Choices choices;
    private long documents;

    SourceProfile(Choices choices) {
        this.choices = choices;
    }

    void add(UnitProfile unit) {
        leaves = leaves.plus(unit.leaves());
        documents += unit.parts.stream().mapToLong(part -> part.documents).sum();
        unit.parts.forEach(part -> files.computeIfAbsent(part.file.index(), i -> new FileState(part.file)).add(part));
        unit.known.forEach((dataset, group) -> join(known, dataset, group));
        unit.tables.forEach((table, group) -> join(tables, table, group));
        unit.groups.values().forEach(group -> {
            groups += bySignature.containsKey(group.leader()) ? 0 : 1;
            join(bySignature, group.leader(), group);
        });
        if (groups > compactAt) {
            compact();
        }
    }

    private <K> void join(Map<K, Group> map, K key, Group group) {
        Group mine = map.get(key);
        if (mine == null) {
            budget.add(group.root.size());
            map.put(key, group);
        } else {
            mine.merge(group, budget);
        }
    }

    private void compact() {
        List<Group> clusters = new Clusters(budget, choices).of(distinctGroups());
        bySignature.clear();
        clusters.forEach(cluster -> cluster.signatures.forEach(signature -> bySignature.put(signature, cluster)));
        groups = clusters.size();
        compactAt = Math.max(MAX_GROUPS, groups * 2);
    }

    private List<Group> distinctGroups() {
        return new ArrayList<>(new java.util.LinkedHashSet<>(bySignature.values()));
    }

    /** The documents of no known dataset, joined into datasets. */
    List<Group> clusters() {
        return new Clusters(budget, choices).of(distinctGroups());
    }

    /** How many files there are documents or problems of so far. */
    long fileCount() {
        return files.size();
    }

    long documents() {
        return documents;
    }

    LeafCounts leaves() {
        return leaves;
    }

    List<FileReport> files() {
        return files.values().stream().map(FileState::report).toList();
    }

    private static final class FileState {
        private final SourceFile file;
        private long documents;
        private @Nullable Problem problem;
        private FileReport.@Nullable Status status;
        private String sha256 = "";

        FileState(SourceFile file) {
            this.file = file;
        }

        void add(UnitProfile.FilePart part) {
            documents += part.documents;
            problem = problem == null ? part.problem : problem;
            status = status == null || rank(part.status) > rank(status) ? part.status : status;
            sha256 = part.sha256.isEmpty() ? sha256 : part.sha256;
        }

        private static int rank(FileReport.Status status) {
            return switch (status) {
                case EMPTY -> 0;
                case OTHER -> 1;
                case OK -> 2;
                case MALFORMED -> 3;
                case UNREADABLE -> 4;
            };
        }

        FileReport report() {
            FileReport.Status known = status == null ? FileReport.Status.EMPTY : status;
            return new FileReport(file.name(), file.bytes(), file.modifiedMillis(), sha256, known, documents, problem);
        }
    }
}
