package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonTape;

/** Makes datasets of tables: tables of the same name and columns are one, wherever they are. */
final class Tables {
    private static final int MAX_NAME = 60;
    private static final int EXAMPLES = 5;

    private final Profiles profiles;
    private final Set<String> taken;

    /** @param taken names of other datasets, in lower case; those made here are added */
    Tables(Profiles profiles, Set<String> taken) {
        this.profiles = profiles;
        this.taken = taken;
    }

    /** Returns what tables must share to be one dataset. */
    static String key(TableInfo table) {
        StringBuilder key = new StringBuilder(table.name());
        table.columns().forEach(column -> key.append('\u0000').append(column.name()));
        return key.toString();
    }

    /**
     * Makes the datasets, of tables without rows too.
     *
     * @param sources the name of the source of each file, in the files' order
     * @param first the turn of the first dataset
     */
    List<DatasetProfile> datasets(Map<String, Group> groups, List<SourceFile> files, List<String> sources, int first) {
        Map<String, List<SourceFile>> byKey = new LinkedHashMap<>();
        Map<String, Set<String>> keysByName = new HashMap<>();
        for (SourceFile file : files) {
            if (file.origin() != null) {
                String key = key(file.origin().table());
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
                keysByName.computeIfAbsent(file.table(), n -> new HashSet<>()).add(key);
            }
        }
        List<DatasetProfile> datasets = new ArrayList<>();
        byKey.forEach((key, tables) -> {
            SourceFile one = tables.get(0);
            boolean alone = keysByName.getOrDefault(one.table(), Set.of()).size() == 1;
            String source = alone ? "" : sources.get(one.index());
            datasets.add(dataset(groups.getOrDefault(key, empty()), tables, source, first + datasets.size()));
        });
        return datasets;
    }

    private DatasetProfile dataset(Group group, List<SourceFile> tables, String source, int order) {
        SourceFile one = tables.get(0);
        TableInfo info = java.util.Objects.requireNonNull(one.origin()).table();
        String name = free(SafeNames.fit(SafeNames.words(info.name()), "_table", "rows", MAX_NAME));
        Plan.DatasetSpec match = new Plan.DatasetSpec(name, source, info.name(), List.of(), List.of(), Map.of());
        List<String> examples = tables.stream().map(SourceFile::name).limit(EXAMPLES).toList();
        // Keys of tables that are put together tell their rows apart no longer.
        TableInfo shown = tables.size() == 1 ? info : info.withoutKeys();
        return new DatasetProfile(name, group.documents, examples, match, order, false, profiles.row(group), List.of(), shown);
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static Group empty() {
        JsonTape tape = new JsonTape();
        tape.add(JsonTape.OBJECT, null, JsonTape.NO_KEY, null);
        return new Group(Signature.of(tape));
    }
}
