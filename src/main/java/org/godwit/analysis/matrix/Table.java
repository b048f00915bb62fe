package org.godwit.analysis.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.godwit.duck.Sql;
import org.godwit.model.OwnTables;

/**
 * A table or view of a database.
 *
 * @param schema {@code main} unless made elsewhere
 */
public record Table(String schema, String name, List<Column> columns) {
    /**
     * @param type as DuckDB names it
     */
    public record Column(String name, String type) {
        private static final List<String> NUMBERS =
                List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE");

        public boolean isNumber() {
            return NUMBERS.contains(type) || type.startsWith("DECIMAL");
        }

        public boolean isBoolean() {
            return type.equals("BOOLEAN");
        }

        public boolean isText() {
            return type.equals("VARCHAR") || type.startsWith("ENUM");
        }

        public boolean isTime() {
            return type.startsWith("TIMESTAMP") || type.equals("DATE");
        }
    }

    private static final String MAIN = "main";

    public Table {
        columns = List.copyOf(columns);
    }

    /** Finds a column, also if it is written in other letters' case. */
    public Optional<Column> column(String wanted) {
        return columns.stream()
                .filter(c -> c.name().equals(wanted))
                .findFirst()
                .or(() -> columns.stream().filter(c -> c.name().equalsIgnoreCase(wanted)).findFirst());
    }

    boolean has(String wanted) {
        return column(wanted).isPresent();
    }

    /** Returns whether the table is Godwit's own. */
    boolean isSystem() {
        return OwnTables.isOwn(name.toLowerCase(Locale.ROOT));
    }

    /** Returns its name for people and on the command line. */
    public String words() {
        return schema.equals(MAIN) ? name : schema + "." + name;
    }

    String sql() {
        return Sql.name(schema) + "." + Sql.name(name);
    }
}
