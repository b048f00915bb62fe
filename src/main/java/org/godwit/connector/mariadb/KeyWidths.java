package org.godwit.connector.mariadb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;

/**
 * How long texts and bytes in keys may be. MariaDB indexes at most 3,072 bytes of a row and wants to know each length
 * beforehand; the room is shared out evenly.
 */
final class KeyWidths {
    private static final int INDEX_BYTES = 3_072;
    // Of the 65,535 bytes of a row without its long texts; the rest is for columns with fixed sizes.
    private static final int ROW_BYTES = 48_000;
    private static final int CHARACTER_BYTES = 4;
    private static final int FIRST_CHARACTERS = 191;

    private KeyWidths() {}

    /** Returns the greatest length of each text (in characters) and bytes column that is part of a key; 0 if there is no room. */
    static Map<String, Integer> of(TargetTable table) {
        List<List<String>> keys = new ArrayList<>(table.unique());
        if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        table.foreignKeys().forEach(key -> keys.add(key.columns()));
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (List<String> key : keys) {
            int fixed = 0;
            List<String> open = new ArrayList<>();
            for (String column : key) {
                DataType type = type(table, column);
                if (MariaTypes.unlimited(type)) {
                    open.add(column);
                } else {
                    fixed += MariaTypes.bytes(type) + 1;
                }
            }
            for (String column : open) {
                int width = (INDEX_BYTES - fixed) / open.size() / bytes(type(table, column));
                widths.merge(column, Math.max(0, width), Math::min);
            }
        }
        return fitted(table, widths);
    }

    /**
     * Returns a column as an index names it: of a long text its first characters, which is enough to find rows by.
     *
     * @param columns how many share the index
     * @param widths of columns that are declared shorter than their type
     */
    static String indexed(TargetTable table, String column, int columns, Map<String, Integer> widths) {
        DataType type = type(table, column);
        int most = Math.min(FIRST_CHARACTERS, INDEX_BYTES / columns / CHARACTER_BYTES);
        Integer width = widths.get(column);
        boolean whole = !MariaTypes.unlimited(type) || (width != null && width <= most);
        return MariaSql.name(column) + (whole ? "" : "(" + most + ")");
    }

    private static Map<String, Integer> fitted(TargetTable table, Map<String, Integer> widths) {
        Map<String, Integer> result = new LinkedHashMap<>();
        widths.forEach((column, width) -> {
            int share = ROW_BYTES / widths.size() / bytes(type(table, column));
            result.put(column, Math.min(width, share));
        });
        return result;
    }

    private static int bytes(DataType type) {
        return type.kind() == DataType.Kind.BLOB ? 1 : CHARACTER_BYTES;
    }

    private static DataType type(TargetTable table, String column) {
        int index = table.names().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(table.name() + " has no column " + column);
        }
        return table.types().get(index);
    }
}
