package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/**
 * Files that each hold a table and are called alike: {@code run_1.csv}, {@code run_2.csv}, {@code 2026-01-03/run.csv}. What was
 * measured is written so, a file each time; the rows belong together. Pure.
 */
final class Series {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** A word with a digit in it that looks like no word: a hash, or a part of one. */
    private static final Pattern HEXADECIMAL = Pattern.compile("(?<![0-9A-Za-z])(?=[A-Za-z]*[0-9])[0-9a-fA-F]{6,}(?![0-9A-Za-z])");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern IN_A_ROW = Pattern.compile("\\*(?:[-_.:+ ]*\\*)+");

    private Series() {}

    /**
     * Returns the name under which a table is put together with others: that of a file, whatever its folder, with {@code *} where
     * others differ; those of databases as they are.
     */
    static String of(SourceFile file) {
        SourceFile.Origin origin = file.origin();
        return origin != null && origin.isFile() ? pattern(file.table().substring(file.table().lastIndexOf('/') + 1)) : file.table();
    }

    /** Returns what the names of files with one {@link #of} have in common, with {@code *} for the rest. */
    static String common(List<String> names) {
        List<List<String>> ways = names.stream().distinct().map(name -> List.of(name.split("/"))).toList();
        List<String> first = ways.getFirst();
        String last = pattern(first.getLast());
        if (ways.stream().anyMatch(way -> way.size() != first.size())) {
            // Some lie in no folder, where there is no slash either.
            return last.startsWith("*") ? last : "*" + last;
        }
        List<String> common = new ArrayList<>();
        for (int i = 0; i < first.size() - 1; i++) {
            int at = i;
            Set<String> here = ways.stream().map(way -> way.get(at)).collect(Collectors.toSet());
            Set<String> patterns = here.stream().map(Series::pattern).collect(Collectors.toSet());
            common.add(here.size() == 1 ? first.get(at) : patterns.size() == 1 ? patterns.iterator().next() : "*");
        }
        common.add(last);
        return String.join("/", common);
    }

    static String pattern(String name) {
        String plain = HEXADECIMAL.matcher(UUID.matcher(name).replaceAll("*")).replaceAll("*");
        return IN_A_ROW.matcher(DIGITS.matcher(plain).replaceAll("*")).replaceAll("*");
    }

    /**
     * Settles what a column holds for all tables of a series: what is a number in some and a text in others is a text, and likewise
     * with JSON.
     *
     * @return the files in the same order
     */
    static List<SourceFile> settled(List<SourceFile> files) {
        Map<String, Map<String, Votes>> votes = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (SourceFile file : files) {
            if (file.origin() != null && file.origin().isFile()) {
                sizes.merge(of(file), 1, Integer::sum);
                Map<String, Votes> columns = votes.computeIfAbsent(of(file), name -> new LinkedHashMap<>());
                file.origin().table().columns().forEach(column -> columns.computeIfAbsent(column.name(), name -> new Votes()).take(column));
            }
        }
        return files.stream().map(file -> sizes.getOrDefault(of(file), 0) > 1 ? settled(file, votes.getOrDefault(of(file), Map.of())) : file).toList();
    }

    private static SourceFile settled(SourceFile file, Map<String, Votes> votes) {
        SourceFile.Origin origin = file.origin();
        if (origin == null || !origin.isFile()) {
            return file;
        }
        TableInfo table = origin.table();
        List<TableInfo.Column> columns = new ArrayList<>();
        for (TableInfo.Column column : table.columns()) {
            Votes said = votes.get(column.name());
            columns.add(said == null ? column : said.settle(column, table.reading() != null && table.reading().types() == null));
        }
        return new SourceFile(file.index(), file.path(), file.name(), file.bytes(), file.modifiedMillis(), origin.with(table.withColumns(columns)));
    }

    /** Returns one description of several tables: all their columns, with a type where they agree. */
    static TableInfo joined(String name, List<TableInfo> tables) {
        Map<String, TableInfo.Column> columns = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> differing = new LinkedHashSet<>();
        for (TableInfo table : tables) {
            for (TableInfo.Column column : table.columns()) {
                counts.merge(column.name(), 1, Integer::sum);
                TableInfo.Column known = columns.putIfAbsent(column.name(), column);
                if (known != null) {
                    columns.put(column.name(), joined(known, column, differing));
                }
            }
        }
        List<TableInfo.Column> all = columns.values().stream()
                .map(column -> new TableInfo.Column(
                        column.name(),
                        column.declared(),
                        differing.contains(column.name()) ? null : column.type(),
                        column.nullable() || counts.getOrDefault(column.name(), 0) < tables.size(),
                        column.json()))
                .toList();
        long rows = tables.stream().mapToLong(table -> Math.max(0, table.rows())).sum();
        long bytes = tables.stream().mapToLong(table -> Math.max(0, table.bytes())).sum();
        return TableInfo.plain(name, all, rows, bytes).read(tables.getFirst().reading());
    }

    /** @param differing is given the names of columns whose types nothing common can be said of */
    private static TableInfo.Column joined(TableInfo.Column one, TableInfo.Column other, Set<String> differing) {
        DataType type = one.type() == null ? other.type() : one.type();
        if (one.type() != null && other.type() != null && !one.type().equals(other.type())) {
            type = numbers(one.type(), other.type());
            if (type == null) {
                differing.add(one.name());
            }
        }
        return new TableInfo.Column(one.name(), one.declared(), type, one.nullable() || other.nullable(), one.json());
    }

    private static @Nullable DataType numbers(DataType one, DataType other) {
        boolean numbers = Votes.isNumber(one) && Votes.isNumber(other);
        if (!numbers) {
            return null;
        }
        return one.kind() == DataType.Kind.DOUBLE || other.kind() == DataType.Kind.DOUBLE ? DataType.DOUBLE : DataType.HUGEINT;
    }

    /** What the tables of a series say of one column. */
    private static final class Votes {
        private boolean texts;
        private boolean truths;
        private boolean numbers;
        private final Set<TableInfo.Json> json = new LinkedHashSet<>();

        static boolean isNumber(DataType type) {
            return List.of(DataType.Kind.BIGINT, DataType.Kind.HUGEINT, DataType.Kind.DOUBLE).contains(type.kind());
        }

        void take(TableInfo.Column column) {
            DataType type = column.type();
            if (type == null && column.json() == TableInfo.Json.NONE) {
                return;
            }
            json.add(column.json());
            texts |= type != null && type.kind() == DataType.Kind.VARCHAR;
            truths |= type != null && type.kind() == DataType.Kind.BOOLEAN;
            numbers |= type != null && isNumber(type);
        }

        /** @param told whether the content of the file told the type: only then it can be read otherwise */
        TableInfo.Column settle(TableInfo.Column column, boolean told) {
            TableInfo.Json verdict = json.size() == 1 ? json.iterator().next() : json.contains(TableInfo.Json.NONE) || json.isEmpty() ? TableInfo.Json.NONE : TableInfo.Json.ANY;
            boolean mixed = (texts && (truths || numbers)) || (truths && numbers);
            DataType type = told && mixed && column.type() != null ? DataType.VARCHAR : column.type();
            return new TableInfo.Column(column.name(), column.declared(), type, column.nullable(), verdict);
        }
    }
}
