package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;

/** Gives rows of a table other values: they are copied into a table of this session, then joined. Used once, by one thread. */
final class RowUpdate {
    private static final String STAGE = "pg_temp.\"_godwit_update\"";

    private final Link link;
    private final TaskContext context;
    private final String table;
    private final String qualified;
    private final List<TargetColumn> columns;

    RowUpdate(Link link, TaskContext context, String table, String qualified, List<TargetColumn> columns) {
        this.link = link;
        this.context = context;
        this.table = table;
        this.qualified = qualified;
        this.columns = columns;
    }

    /** @param identity the columns that tell which row */
    void apply(List<String> identity, RowBatch rows) {
        if (rows.rows() == 0) {
            return;
        }
        String all = columns.stream().map(c -> PgNames.quoted(c.stored())).collect(Collectors.joining(", "));
        String doing = "change rows of " + table;
        link.execute(doing, "CREATE TEMPORARY TABLE \"_godwit_update\" ON COMMIT DROP AS SELECT " + all + " FROM " + qualified + " WHERE false");
        new TableWriter(link, context, table, rows.names(), columns).write(STAGE, false, sink -> sink.accept(rows));
        long changed;
        try {
            changed = link.run(statement(identity, rows));
        } catch (SQLException e) {
            throw Faults.isRefusedRow(e)
                    ? new GodwitException(e, ErrorCode.TARGET_REFUSED, link.place().text(), table, "a row", Faults.words(e))
                    : link.failed(e, doing);
        }
        if (changed != rows.rows()) {
            String reason = changed + " rows would change for " + rows.rows() + " that are meant";
            throw new GodwitException(ErrorCode.TARGET_REFUSED, link.place().text(), table, "rows by " + String.join(", ", identity), reason);
        }
        link.execute(doing, "DROP TABLE " + STAGE);
    }

    private String statement(List<String> identity, RowBatch rows) {
        List<String> set = new ArrayList<>();
        List<String> where = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = PgNames.quoted(columns.get(i).stored());
            if (identity.contains(rows.names().get(i))) {
                where.add(same(name, rows.column(i)));
            } else {
                set.add(name + " = s." + name);
            }
        }
        if (set.isEmpty()) {
            String name = PgNames.quoted(columns.get(0).stored());
            set.add(name + " = s." + name);
        }
        return "UPDATE " + qualified + " t SET " + String.join(", ", set) + " FROM " + STAGE + " s WHERE " + String.join(" AND ", where);
    }

    // An ordinary comparison can be joined by hashing, one that takes two NULLs for the same cannot.
    private static String same(String name, ColumnVector column) {
        String type = column.type().kind() == DataType.Kind.JSON ? "::text" : "";
        String equal = "t." + name + type + " = s." + name + type;
        for (int row = 0; row < column.size(); row++) {
            if (column.isNull(row)) {
                return "(" + equal + " OR t." + name + " IS NULL AND s." + name + " IS NULL)";
            }
        }
        return equal;
    }
}
