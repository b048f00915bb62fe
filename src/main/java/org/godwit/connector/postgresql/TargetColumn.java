package org.godwit.connector.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * A column of a target as it is there.
 *
 * @param stored its name there
 * @param limit the most characters it takes, -1 for any number
 */
record TargetColumn(String stored, DataType type, Slot slot, int limit) {
    private static final int TEXT_MODIFIER_HEADER = 4;
    private static final String COLUMNS = """
            SELECT a.attname::text, t.typname::text, a.atttypmod, format_type(a.atttypid, a.atttypmod), t.typnamespace = 'pg_catalog'::regnamespace
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped""";

    /** A column of the catalogue. */
    private record There(String name, String type, int modifier, String declared, boolean system) {}

    /**
     * Returns the columns of these names.
     *
     * @param qualified the table, quoted, with its schema
     * @throws GodwitException TARGET_DIFFERS if one is missing or cannot take values of its type exactly
     */
    static List<TargetColumn> of(Link link, String table, String qualified, List<String> names, List<DataType> types) {
        Map<String, There> columns = new HashMap<>();
        link.rows("look at " + table, COLUMNS, row -> new There(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getBoolean(5)), qualified)
                .forEach(there -> columns.put(there.name, there));
        List<TargetColumn> result = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String stored = PgNames.stored(names.get(i));
            There there = columns.get(stored);
            DataType type = types.get(i);
            if (there == null) {
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, link.place().text(), table, "it has no column " + names.get(i));
            }
            Slot slot = there.system ? Slot.of(type, there.type, there.modifier) : null;
            if (slot == null) {
                String reason = "column " + names.get(i) + " is " + there.declared + ", the plan's " + type.sql() + " needs " + TypeNames.mapping(type).sql();
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, link.place().text(), table, reason);
            }
            int limit = there.type.equals("varchar") && there.modifier >= 0 ? there.modifier - TEXT_MODIFIER_HEADER : -1;
            result.add(new TargetColumn(stored, type, slot, limit));
        }
        return result;
    }
}
