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

    public Optional<TableSpec> table(String tableName) {
        return tables.stream().filter(t -> t.name().equals(tableName)).findFirst();
    }

    /**
     * Where data comes from.
     *
     * @param type the connector, such as {@code json}
     * @param path a file, folder or glob; relative paths start at the plan file
     * @param include globs below a folder; empty for the connector's own
     */
    public record Source(String name, String type, String path, List<String> include) {
        public Source {
            include = List.copyOf(include);
        }
    }

    /**
     * Where data goes.
     *
     * @param path relative paths start at the plan file
     */
    public record Target(String type, String path) {}

    /**
     * A kind of document and how it is told from others.
     *
     * @param source the source's name; empty for any
     * @param has paths that must exist (wildcards: at least one)
     * @param lacks paths that must not exist
     * @param types paths whose node must be of this JSON type (object, array, string, number, boolean, null), in the order written
     */
    public record DatasetSpec(String name, String source, List<PathExpr> has, List<PathExpr> lacks, Map<PathExpr, JsonType> types) {
        public DatasetSpec {
            has = List.copyOf(has);
            lacks = List.copyOf(lacks);
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }
    }

    /** A view made in the target after load; {@code sql} is one SELECT. */
    public record View(String name, String sql) {}
}
