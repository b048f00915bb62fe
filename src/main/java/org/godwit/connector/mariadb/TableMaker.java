package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Makes tables: InnoDB, in UTF-8, texts compared byte by byte, the primary key at once because rows lie in its order. */
final class TableMaker {
    private static final int MYSQL_PADLESS_MAJOR = 8;

    private final Link link;
    private final String collation;

    TableMaker(Link link) {
        this.link = link;
        this.collation = collation(link);
    }

    // With the others 'a' and 'a ' are one key.
    private static String collation(Link link) {
        if (link.isMaria()) {
            return "utf8mb4_nopad_bin";
        }
        String version = MariaCatalog.text(link.texts("SELECT version()").get(0), 0);
        int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
        return major >= MYSQL_PADLESS_MAJOR ? "utf8mb4_0900_bin" : "utf8mb4_bin";
    }

    /**
     * Makes an empty table.
     *
     * @param stage what it is called for now
     */
    void make(String stage, TargetTable table, CellCheck check, Map<String, Integer> widths) {
        names(table, check);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            parts.add(column(table, i, check, widths));
        }
        if (!table.primaryKey().isEmpty()) {
            parts.add("PRIMARY KEY (" + MariaSql.names(table.primaryKey()) + ")");
        }
        if (!table.generated().isEmpty() && !table.generated().equals(first(table.primaryKey()))) {
            parts.add("KEY (" + MariaSql.name(table.generated()) + ")");
        }
        table.checks().forEach(one -> parts.add(CheckForm.of(table, one, link.isMaria())));
        String sql = "CREATE TABLE " + MariaSql.name(stage) + " (" + String.join(", ", parts)
                + ") ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=" + collation;
        try {
            link.attempt(sql);
        } catch (SQLException e) {
            GodwitException known = link.failed(e);
            throw known.code() == ErrorCode.SERVER_FAILED ? check.refused("the table", MariaErrors.reason(e)) : known;
        }
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.get(0);
    }

    private static void names(TargetTable table, CellCheck check) {
        String fault = MariaSql.fault(table.name());
        if (!fault.isEmpty()) {
            throw check.refused("the table", fault);
        }
        for (String name : table.names()) {
            String wrong = MariaSql.fault(name);
            if (!wrong.isEmpty()) {
                throw check.refused("column " + name, wrong);
            }
        }
    }

    private static String column(TargetTable table, int index, CellCheck check, Map<String, Integer> widths) {
        String name = table.names().get(index);
        DataType type = table.types().get(index);
        Integer width = widths.get(name);
        if (width != null && width == 0) {
            throw check.refused("column " + name, "a key of MariaDB holds 3072 bytes, and there is no room left for it");
        }
        StringBuilder sql = new StringBuilder(MariaSql.name(name)).append(' ')
                .append(width == null ? MariaTypes.ddl(type) : MariaTypes.ddl(type, width));
        boolean generated = table.generated().equals(name);
        if (table.required().contains(name) || table.primaryKey().contains(name) || generated) {
            sql.append(" NOT NULL");
        }
        if (generated) {
            sql.append(" AUTO_INCREMENT");
        }
        if (type.kind() == DataType.Kind.JSON && !table.isOwn()) {
            sql.append(" CHECK (json_valid(").append(MariaSql.name(name)).append("))");
        }
        return sql.toString();
    }
}
