package org.godwit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration, written down: the only input of a run. The file form is {@code *.plan.json}.
 *
 * @param version the version of the plan language, 1
 * @param sources where the data is; empty in a recipe
 * @param target where it goes; null in a recipe
 * @param datasets kinds of documents, tried in this order, the first match wins
 */
public record Plan(
        int version,
        String name,
        String description,
        List<Source> sources,
        @Nullable Target target,
        List<DatasetSpec> datasets,
        List<TableSpec> tables,
        List<View> views,
        Options options) {
    /** The version of the plan language that this program writes. */
    public static final int VERSION = 1;
    /** The type of a source or target that is only named: its path is the name of a place in the file of profiles. */
    public static final String PLACE = "place";

    public Plan {
        sources = List.copyOf(sources);
        datasets = List.copyOf(datasets);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
    }

    /** Returns whether this is a recipe: a plan without sources and target. */
    public boolean isRecipe() {
        return sources.isEmpty() && target == null;
    }

    /** Returns whether a source or the target is only named, so that it takes a profile to know where it is. */
    public boolean namesPlaces() {
        return (target != null && target.type().equals(PLACE)) || sources.stream().anyMatch(source -> source.type().equals(PLACE));
    }

    /** Returns the plan between other places. */
    public Plan between(List<Source> otherSources, @Nullable Target otherTarget) {
        return new Plan(version, name, description, otherSources, otherTarget, datasets, tables, views, options);
    }

    /** Returns what stands before the names of a source's files in records and reports: nothing, if it is the only one. */
    public String prefix(Source source) {
        return sources.size() == 1 ? "" : source.name() + "/";
    }

    /** Returns what becomes of tables that the target has already. */
    public Mode mode() {
        return target == null ? Mode.APPEND : target.mode();
    }

    /** Returns the plan with another mode; a recipe stays as it is. */
    public Plan with(Mode mode) {
        return target == null ? this : between(sources, target.with(mode));
    }

    /** Returns the plan with other datasets. */
    public Plan withDatasets(List<DatasetSpec> others) {
        return new Plan(version, name, description, sources, target, others, tables, views, options);
    }

    /** Returns the plan with other tables and views. */
    public Plan withTables(List<TableSpec> otherTables, List<View> otherViews) {
        return new Plan(version, name, description, sources, target, datasets, otherTables, otherViews, options);
    }

    public Optional<TableSpec> table(String tableName) {
        return tables.stream().filter(t -> t.name().equals(tableName)).findFirst();
    }

    /**
     * Where data comes from.
     *
     * @param type the connector, such as {@code json}
     * @param path a file, folder or glob; relative paths start at the plan file
     * @param include globs below a folder, or names of tables; empty for the connector's own
     * @param connection for a server, whose {@code path} is then {@link Connection#text()}; otherwise null
     * @param json columns of tables, as {@code table.column}, and what their texts are; null to find out
     * @param options how files of separated values are read; {@link CsvOptions#AS_FOUND} for every other type
     */
    public record Source(
            String name,
            String type,
            String path,
            List<String> include,
            @Nullable Connection connection,
            @Nullable Map<String, TableInfo.Json> json,
            CsvOptions options) {
        public Source {
            include = List.copyOf(include);
            json = json == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(json));
        }

        /** A source of files, nothing said about columns. */
        public Source(String name, String type, String path, List<String> include) {
            this(name, type, path, include, null, null, CsvOptions.AS_FOUND);
        }

        /** Returns the source at another path. */
        public Source withPath(String other) {
            return connection == null ? new Source(name, type, other, include, null, json, options) : this;
        }

        /** Returns the source read in another way. */
        public Source with(CsvOptions other) {
            return new Source(name, type, path, include, connection, json, other);
        }
    }

    /**
     * Where data goes.
     *
     * @param path relative paths start at the plan file
     * @param connection for a server, whose {@code path} is then {@link Connection#text()}; otherwise null
     * @param mode what becomes of tables of the plan that are there already
     */
    public record Target(String type, String path, @Nullable Connection connection, Mode mode) {
        /** A place whose tables are added to. */
        public Target(String type, String path, @Nullable Connection connection) {
            this(type, path, connection, Mode.APPEND);
        }

        /** A file or folder. */
        public Target(String type, String path) {
            this(type, path, null);
        }

        /** Returns the target at another path. */
        public Target withPath(String other) {
            return connection == null ? new Target(type, other, null, mode) : this;
        }

        /** Returns the target in another mode. */
        public Target with(Mode other) {
            return new Target(type, path, connection, other);
        }
    }

    /** What becomes of tables of a plan that a target has already. Tables that the plan does not name are left alone. */
    public enum Mode {
        /** Rows are added to them. */
        APPEND,
        /** There must be none. */
        CREATE,
        /** Their rows, and what Godwit has noted of them, give way to the new ones. */
        REPLACE
    }

    /**
     * A kind of document and how it is told from others.
     *
     * @param source the source's name; empty for any
     * @param table the table whose rows these are, or a pattern for many ({@link NameGlob}); empty for documents
     * @param has paths that must exist (wildcards: at least one)
     * @param lacks paths that must not exist
     * @param types paths whose node must be of this JSON type (object, array, string, number, boolean, null), in the order written
     */
    public record DatasetSpec(
            String name, String source, String table, List<PathExpr> has, List<PathExpr> lacks, Map<PathExpr, JsonType> types) {
        /** A kind of documents. */
        public DatasetSpec(String name, String source, List<PathExpr> has, List<PathExpr> lacks, Map<PathExpr, JsonType> types) {
            this(name, source, "", has, lacks, types);
        }

        /** Returns the dataset of another source; empty for any. */
        public DatasetSpec ofSource(String other) {
            return new DatasetSpec(name, other, table, has, lacks, types);
        }

        public DatasetSpec {
            has = List.copyOf(has);
            lacks = List.copyOf(lacks);
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }
    }

    /** A view made in the target after load; {@code sql} is one SELECT. */
    public record View(String name, String sql) {}
}
