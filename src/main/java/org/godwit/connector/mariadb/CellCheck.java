package org.godwit.connector.mariadb;

import java.util.Base64;
import java.util.Map;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;

/** Refuses what MariaDB cannot hold, before it is sent: with the row, the column and the reason. */
final class CellCheck {
    /** Days of 0001-01-01 and 9999-12-31, counted from 1970-01-01. */
    private static final long FIRST_DAY = -719_162;
    private static final long LAST_DAY = 2_932_896;
    /** Godwit's own tables keep JSON of any depth, without a check. */
    static final String OWN = "_godwit_";
    private static final int JSON_LEVELS = 31;
    private static final long DAY_MICROS = 86_400_000_000L;

    private final String target;
    private final TargetTable table;
    private final boolean checksJson;
    private final boolean[] required;
    private final int[] widths;

    /** @param widths greatest lengths of texts and bytes in keys; of other columns there are none */
    CellCheck(String target, TargetTable table, Map<String, Integer> widths) {
        this.target = target;
        this.table = table;
        this.checksJson = !table.name().startsWith(OWN);
        int count = table.names().size();
        this.required = new boolean[count];
        this.widths = new int[count];
        for (int i = 0; i < count; i++) {
            String name = table.names().get(i);
            required[i] = table.required().contains(name) || table.primaryKey().contains(name) || table.generated().equals(name);
            this.widths[i] = widths.getOrDefault(name, Integer.MAX_VALUE);
        }
    }

    /**
     * Looks at all cells of a batch.
     *
     * @param before the number of rows before it in this load
     * @throws GodwitException TARGET_REFUSED
     */
    void check(RowBatch batch, long before) {
        for (int i = 0; i < batch.columns().size(); i++) {
            ColumnVector column = batch.column(i);
            for (int row = 0; row < column.size(); row++) {
                String fault = column.isNull(row) ? (required[i] ? "it has no value, and needs one" : "") : fault(column, row, widths[i]);
                if (!fault.isEmpty()) {
                    throw refused("row " + (before + row + 1) + ", column " + table.names().get(i), fault);
                }
            }
        }
    }

    /** Returns the error for a row, column or key of the table. */
    GodwitException refused(String where, String reason) {
        return new GodwitException(ErrorCode.TARGET_REFUSED, target, table.name(), where, reason);
    }

    private String fault(ColumnVector column, int row, int width) {
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DECIMAL -> "";
            case DOUBLE -> Double.isFinite(column.doubleAt(row)) ? "" : "MariaDB has neither NaN nor infinities: " + column.doubleAt(row);
            case DATE -> day(column.longAt(row));
            case TIMESTAMP -> day(Math.floorDiv(column.longAt(row), DAY_MICROS));
            case VARCHAR -> text((String) column.objectAt(row), width);
            case JSON -> json((String) column.objectAt(row), width);
            case BLOB -> bytes((String) column.objectAt(row), width);
        };
    }

    private static String day(long day) {
        return day >= FIRST_DAY && day <= LAST_DAY ? "" : "MariaDB has the years 1 to 9999 only";
    }

    private String json(String text, int width) {
        int levels = checksJson ? levels(text) : 0;
        return levels > JSON_LEVELS ? "MariaDB's JSON has " + JSON_LEVELS + " levels at most, and this has " + levels : text(text, width);
    }

    private static int levels(String json) {
        int most = 0;
        int level = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                level++;
                most = Math.max(most, level);
            } else if (c == ']' || c == '}') {
                level--;
            }
        }
        return most;
    }

    private static String text(String text, int width) {
        int characters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            characters++;
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "the text has half a surrogate pair (U+%04X), which is no character".formatted((int) c);
                }
                i++;
            }
        }
        return characters <= width ? "" : "the text has " + characters + " characters, and MariaDB takes " + width + " in this key";
    }

    private static String bytes(String base64, int width) {
        if (width == Integer.MAX_VALUE) {
            return "";
        }
        int length = Base64.getDecoder().decode(base64).length;
        return length <= width ? "" : "there are " + length + " bytes, and MariaDB takes " + width + " in this key";
    }}
