package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.DatasetProfile;
import org.godwit.model.NameGlob;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * Makes datasets of tables: tables of the same name and columns are one, wherever they are, and so are files of a {@link Series}, even
 * if some of them have columns that others lack.
 */
final class Tables {
    private static final int MAX_NAME = 60;
    private static final int EXAMPLES = 5;

    private final Profiles profiles;
    private final SourceProfile profile;
    private final Set<String> taken;

    /** @param taken names of other datasets, in lower case; those made here are added */
    Tables(Profiles profiles, SourceProfile profile, Set<String> taken) {
        this.profiles = profiles;
        this.profile = profile;
        this.taken = taken;
    }

    /** Returns what tables must share for their rows to be looked at together. */
    static String key(SourceFile file) {
        TableInfo table = Objects.requireNonNull(file.origin()).table();
        return Series.of(file) + table.columns().stream().map(column -> "\u0000" + column.name()).sorted().collect(Collectors.joining());
    }

    /** Returns what is known of the tables that a dataset names; null if it names none, or if there are none. */
    static @Nullable TableInfo of(Plan.DatasetSpec dataset, List<SourceFile> files) {
        if (dataset.table().isEmpty()) {
            return null;
        }
        NameGlob called = NameGlob.of(dataset.table());
        List<TableInfo> tables = files.stream()
                .map(SourceFile::origin)
                .filter(Objects::nonNull)
                .map(SourceFile.Origin::table)
                .filter(table -> called.matches(table.name()))
                .toList();
        return tables.isEmpty() ? null : Series.joined(dataset.table(), tables);
    }

    /** Tables that are one dataset. */
    private final class Member {
        final List<SourceFile> files = new ArrayList<>();
        final Set<String> all;
        final Set<String> common;
        Group rows;

        Member(SourceFile first) {
            this.all = names(first);
            this.common = names(first);
            this.rows = profile.tables.getOrDefault(key(first), empty());
        }

        private static Set<String> names(SourceFile file) {
            return Objects.requireNonNull(file.origin()).table().columns().stream().map(TableInfo.Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        boolean isSeries() {
            return files.stream().allMatch(file -> file.origin() != null && file.origin().isFile());
        }

        /** Whether at least half of the columns of both are columns of both. */
        boolean isLike(Member other) {
            long shared = other.all.stream().filter(all::contains).count();
            return shared * 2 >= all.size() + other.all.size() - shared;
        }

        void join(Member other) {
            files.addAll(other.files);
            all.addAll(other.all);
            common.retainAll(other.common);
            if (rows.documents == 0) {
                rows = other.rows;
            } else if (other.rows.documents > 0) {
                rows.absorb(other.rows, profile.budget);
            }
        }

        String table() {
            String first = files.getFirst().table();
            return files.stream().allMatch(file -> file.table().equals(first)) ? first : Series.common(files.stream().map(SourceFile::table).toList());
        }

        Set<String> sources(List<String> sources) {
            return files.stream().map(file -> sources.get(file.index())).collect(Collectors.toSet());
        }
    }

    /**
     * Makes the datasets, of tables without rows too.
     *
     * @param sources the name of the source of each file, in the files' order
     * @param first the turn of the first dataset
     */
    List<DatasetProfile> datasets(List<SourceFile> files, List<String> sources, int first) {
        Map<String, Member> byKey = new LinkedHashMap<>();
        files.forEach(file -> byKey.computeIfAbsent(key(file), key -> new Member(file)).files.add(file));
        Map<String, List<Member>> byName = new LinkedHashMap<>();
        byKey.values().forEach(member -> add(byName.computeIfAbsent(Series.of(member.files.getFirst()), name -> new ArrayList<>()), member));
        Map<Member, Plan.DatasetSpec> rules = new LinkedHashMap<>();
        for (List<Member> alike : byName.values()) {
            // Those with more columns go first: what they have and others lack tells them apart.
            alike.sort(Comparator.comparingInt((Member member) -> -member.all.size()));
            for (int i = 0; i < alike.size(); i++) {
                rules.put(alike.get(i), rule(alike, i, sources));
            }
        }
        // A pattern that says less gives way: it may fit what another one means.
        List<Map.Entry<Member, Plan.DatasetSpec>> turns = new ArrayList<>(rules.entrySet());
        turns.sort(Comparator.comparingInt(turn -> NameGlob.isPattern(turn.getValue().table()) ? -turn.getValue().table().length() : Integer.MIN_VALUE));
        return IntStream.range(0, turns.size()).mapToObj(i -> dataset(turns.get(i).getKey(), turns.get(i).getValue(), first + i)).toList();
    }

    private static void add(List<Member> alike, Member member) {
        Member like = member.isSeries() ? alike.stream().filter(other -> other.isSeries() && other.isLike(member)).findFirst().orElse(null) : null;
        if (like == null) {
            alike.add(member);
        } else {
            like.join(member);
        }
    }

    /** Returns what tells the rows of tables from those of others that are called alike: their sources, or their columns. */
    private static Plan.DatasetSpec rule(List<Member> alike, int at, List<String> sources) {
        Member member = alike.get(at);
        String table = member.table();
        Plan.DatasetSpec all = new Plan.DatasetSpec("", "", table, List.of(), List.of(), Map.of());
        List<Member> others = IntStream.range(0, alike.size()).filter(i -> i != at).mapToObj(alike::get).filter(other -> other.table().equals(table)).toList();
        Set<String> mine = member.sources(sources);
        if (others.isEmpty()) {
            return all;
        }
        if (mine.size() == 1 && others.stream().noneMatch(other -> other.sources(sources).containsAll(mine))) {
            return all.ofSource(mine.iterator().next());
        }
        Set<PathExpr> has = new LinkedHashSet<>();
        Set<PathExpr> lacks = new LinkedHashSet<>();
        for (Member later : alike.subList(at + 1, alike.size())) {
            member.common.stream().filter(column -> !later.all.contains(column)).findFirst().ifPresentOrElse(
                    column -> has.add(path(column)),
                    () -> later.common.stream().filter(column -> !member.all.contains(column)).findFirst().ifPresent(column -> lacks.add(path(column))));
        }
        return new Plan.DatasetSpec("", "", table, List.copyOf(has), List.copyOf(lacks), Map.of());
    }

    private static PathExpr path(String column) {
        return new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key(column)));
    }

    private DatasetProfile dataset(Member member, Plan.DatasetSpec rule, int order) {
        List<TableInfo> tables = member.files.stream().map(file -> Objects.requireNonNull(file.origin()).table()).toList();
        String name = free(SafeNames.fit(SafeNames.words(rule.table()), "_table", "rows", MAX_NAME));
        Plan.DatasetSpec match = new Plan.DatasetSpec(name, rule.source(), rule.table(), rule.has(), rule.lacks(), rule.types());
        List<String> examples = member.files.stream().map(SourceFile::name).limit(EXAMPLES).toList();
        // Keys of tables that are put together tell their rows apart no longer.
        TableInfo shown = tables.size() == 1 ? tables.getFirst() : Series.joined(rule.table(), tables);
        return new DatasetProfile(name, member.rows.documents, examples, match, order, false, profiles.row(member.rows), List.of(), shown);
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
