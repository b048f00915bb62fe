package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** A table while it is made. Not thread-safe. */
final class Draft {
    final String name;
    /** From the document to the node that becomes a row. */
    final List<Step> rows;
    /** By which name inner rows refer to this one's. */
    final String level;
    /** How many nodes become rows. */
    final long count;
    final Names columnNames;
    /** Objects at this depth below the row become one JSON column. */
    int maxDepth = Integer.MAX_VALUE;
    /** Whether values of other kinds than the rest have no place: rows come from a table. */
    final boolean strict;
    /** The member that every row has; rows that are something else are told by its absence. */
    @Nullable PathProfile must;
    private final List<TableSpec.Column> columns = new ArrayList<>();
    private final Map<String, ValueSpec> values = new LinkedHashMap<>();

    /** For the rows of a table that has a key of one column: that column, and its type. */
    private @Nullable TableKey key;
    /** Which column of a table became which column here. */
    final Map<String, String> kept = new LinkedHashMap<>();
    final boolean table;
    private TableSpec.Constraints constraints = TableSpec.Constraints.NONE;

    /** The key of a source's table. */
    record TableKey(String column, DataType type) {}

    /** A table of nodes of documents. */
    Draft(String name, List<Step> rows, String level, long count, @Nullable Draft parent) {
        this.name = name;
        this.rows = List.copyOf(rows);
        this.level = level;
        this.count = count;
        this.table = false;
        this.strict = parent != null && parent.strict;
        columnNames = Names.ofColumns();
        columns.add(new TableSpec.Column(columnNames.exactly("id"), DataType.BIGINT, false, true, ""));
        if (parent != null) {
            link(parent);
        }
    }

    /** A table of the rows of a table. */
    Draft(String name, long count, @Nullable TableKey key) {
        this.name = name;
        this.rows = List.of();
        this.level = "$";
        this.count = count;
        this.key = key;
        this.table = true;
        this.strict = true;
        columnNames = Names.ofTable();
    }

    private void link(Draft parent) {
        TableKey of = parent.key;
        if (!parent.table) {
            add(columnNames.exactly("parent_id"), DataType.BIGINT, new ValueSpec.Parent(parent.name, parent.level));
        } else if (of == null) {
            parent.count();
            add(columnNames.exactly("parent_id"), DataType.BIGINT, new ValueSpec.Parent(parent.name, parent.level));
        } else {
            String column = columnNames.of(of.column.equals("id") ? parent.name + "_id" : of.column, "parent_id");
            PathExpr path = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key(of.column)));
            add(column, of.type, ValueSpec.From.path(path));
            String there = parent.kept.getOrDefault(of.column, of.column);
            constraints = TableSpec.Constraints.NONE.referring(List.of(new TableInfo.ForeignKey(List.of(column), parent.name, List.of(there))));
        }
    }

    /** Whether this very node is the member that every row has; another one may look the same. */
    @SuppressWarnings("ReferenceEquality")
    boolean isMust(PathProfile node) {
        return node == must;
    }

    /** Gives the rows a number of their own, for others to refer to. */
    private void count() {
        if (columns.stream().noneMatch(TableSpec.Column::generateId)) {
            columns.add(0, new TableSpec.Column(columnNames.kept("row_id", "row_number"), DataType.BIGINT, false, true, ""));
        }
    }

    void add(String column, DataType type, ValueSpec value) {
        add(column, type, false, value);
    }

    void add(String column, DataType type, boolean required, ValueSpec value) {
        columns.add(new TableSpec.Column(column, type, required, false, ""));
        values.put(column, value);
    }

    TableSpec spec(String dataset) {
        TableSpec.Feed feed = new TableSpec.Feed(dataset, new PathExpr(PathExpr.Root.DOCUMENT, "", rows), null, values);
        return new TableSpec(name, List.of(), TableSpec.OnConflict.KEEP_FIRST, columns, List.of(feed), constraints);
    }
}
