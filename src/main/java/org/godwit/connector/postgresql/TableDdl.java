package org.godwit.connector.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * What makes a table.
 *
 * @param create the statement
 * @param comments statements that keep names that PostgreSQL cannot hold
 */
record TableDdl(String create, List<String> comments) {
    private static final int MAX_COLUMNS = 1_600;

    /**
     * @param server for errors
     * @param qualified the table's name there
     * @throws GodwitException TARGET_REFUSED if PostgreSQL has no room for the table, or no way to name it
     */
    static TableDdl of(String server, TargetTable table, String qualified) {
        int width = table.names().size();
        if (width > MAX_COLUMNS) {
            throw new GodwitException(
                    ErrorCode.TARGET_REFUSED, server, table.name(), width + " columns", "a table of PostgreSQL has at most " + MAX_COLUMNS + " columns");
        }
        Set<String> required = new HashSet<>(table.required());
        required.addAll(table.primaryKey());
        required.add(table.generated());
        List<String> columns = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        try {
            String tableComment = PgNames.comment(table.name());
            if (tableComment != null) {
                comments.add("COMMENT ON TABLE " + qualified + " IS " + PgNames.literal(tableComment));
            }
            for (int i = 0; i < width; i++) {
                String name = table.names().get(i);
                String stored = PgNames.quoted(PgNames.stored(name));
                columns.add(stored + " " + type(table, i) + (required.contains(name) ? " NOT NULL" : ""));
                String comment = PgNames.comment(name);
                if (comment != null) {
                    comments.add("COMMENT ON COLUMN " + qualified + "." + stored + " IS " + PgNames.literal(comment));
                }
            }
            CheckForm form = new CheckForm();
            table.checks().forEach(check -> columns.add(form.declared(check)));
        } catch (IllegalArgumentException e) {
            throw new GodwitException(e, ErrorCode.TARGET_REFUSED, server, table.name(), "a name", String.valueOf(e.getMessage()));
        }
        return new TableDdl("CREATE TABLE " + qualified + " (" + String.join(", ", columns) + ")", comments);
    }

    private static String type(TargetTable table, int column) {
        DataType type = table.types().get(column);
        boolean own = table.isOwn() && type.equals(DataType.JSON);
        return TypeNames.mapping(own ? DataType.VARCHAR : type).sql();
    }
}
