package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;
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
    final Names columnNames = Names.ofColumns();
    /** Objects at this depth below the row become one JSON column. */
    int maxDepth = Integer.MAX_VALUE;
    private final List<TableSpec.Column> columns = new ArrayList<>();
    private final Map<String, ValueSpec> values = new LinkedHashMap<>();

    Draft(String name, List<Step> rows, String level, long count, @Nullable Draft parent) {
        this.name = name;
        this.rows = List.copyOf(rows);
        this.level = level;
        this.count = count;
        columns.add(new TableSpec.Column(columnNames.exactly("id"), DataType.BIGINT, false, true, ""));
        if (parent != null) {
            add(columnNames.exactly("parent_id"), DataType.BIGINT, new ValueSpec.Parent(parent.name, parent.level));
        }
    }

    void add(String column, DataType type, ValueSpec value) {
        columns.add(new TableSpec.Column(column, type, false, false, ""));
        values.put(column, value);
    }

    TableSpec spec(String dataset) {
        TableSpec.Feed feed = new TableSpec.Feed(dataset, new PathExpr(PathExpr.Root.DOCUMENT, "", rows), null, values);
        return new TableSpec(name, List.of(), TableSpec.OnConflict.KEEP_FIRST, columns, List.of(feed));
    }
}
