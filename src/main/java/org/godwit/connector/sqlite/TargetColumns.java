package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.CellLimit;
import org.jspecify.annotations.Nullable;

/** The columns of a table of a target, as far as they decide what can be written to them. */
final class TargetColumns {
    private static final int PLAIN = 0;

    private final Map<String, Kept> columns = new LinkedHashMap<>();

    private record Kept(String declared, Affinity affinity, boolean counter, boolean reckoned) {}

    private TargetColumns() {}

    /** Reads them; a table that is not there has none. */
    static TargetColumns of(Catalogue catalogue, String table) throws SQLException {
        TargetColumns columns = new TargetColumns();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (entry.kind().equals("table") && entry.name().equalsIgnoreCase(table)) {
                List<Catalogue.Field> fields = catalogue.fields(entry.name());
                String counter = catalogue.counter(entry, fields);
                for (Catalogue.Field field : fields) {
                    Affinity affinity = Affinity.of(field.declared(), entry.strict());
                    columns.columns.put(key(field.name()), new Kept(field.declared(), affinity, field.name().equals(counter), field.hidden() != PLAIN));
                }
            }
        }
        return columns;
    }

    /** Column names differ only in their letters, and only ASCII letters have a case. */
    private static String key(String name) {
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    private @Nullable Kept column(String name) {
        return columns.get(key(name));
    }

    /** Returns what keeps a table of a plan from being written to these columns, in words; null for nothing. */
    @Nullable String difference(TargetTable table) {
        if (columns.isEmpty()) {
            return "it is not there";
        }
        for (int i = 0; i < table.names().size(); i++) {
            String name = table.names().get(i);
            Kept kept = column(name);
            if (kept == null) {
                return "it has no column " + name;
            }
            if (kept.reckoned) {
                return "column " + name + " is reckoned from others there";
            }
            if (!kept.affinity.keeps(table.types().get(i))) {
                return "column " + name + " is declared " + (kept.declared.isEmpty() ? "without a type" : kept.declared) + " there, and so SQLite would change values of "
                        + table.types().get(i) + " (it makes them " + kept.affinity.name().toLowerCase(Locale.ROOT) + " where it can)";
            }
        }
        return null;
    }

    /** Returns what the columns of a table that is there cannot hold. */
    Map<String, CellLimit> limits(TargetTable table) {
        Map<String, CellLimit> limits = new HashMap<>();
        for (int i = 0; i < table.names().size(); i++) {
            Kept kept = column(table.names().get(i));
            if (table.types().get(i).equals(DataType.DOUBLE) && kept != null && kept.affinity != Affinity.NONE) {
                limits.put(table.names().get(i), CellWriter.SIGNED_ZERO);
            }
        }
        return limits;
    }

    /** Returns what binds the cells of columns, each to the parameter at its position from 1. */
    List<CellWriter> writers(List<String> names) {
        List<CellWriter> writers = new ArrayList<>();
        for (String name : names) {
            Kept kept = column(name);
            if (kept == null) {
                throw new IllegalArgumentException(name);
            }
            writers.add(new CellWriter(writers.size() + 1, kept.counter, kept.affinity));
        }
        return writers;
    }
}
