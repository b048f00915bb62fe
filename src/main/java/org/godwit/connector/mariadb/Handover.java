package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives the tables of a run their names, all in one statement. Where rows of tables that were there before are part of
 * the run, they are committed first, together with a list of the renamings that are due: should the program or the
 * server end between the two, the next run carries the list out.
 */
final class Handover {
    private static final String PENDING = MariaCatalog.STAGE + "pending";

    private Handover() {}

    /** Carries out what an ended run could not, and removes its other tables. Only with the run lock. */
    static void recover(Link link) {
        List<String> stages = stages(link);
        if (stages.contains(PENDING)) {
            Map<String, String> due = link.texts("SELECT stage, name FROM " + MariaSql.name(PENDING)).stream()
                    .filter(row -> stages.contains(MariaCatalog.text(row, 0)))
                    .collect(Collectors.toMap(row -> MariaCatalog.text(row, 0), row -> MariaCatalog.text(row, 1)));
            if (!due.isEmpty()) {
                link.run(renaming(due));
            }
        }
        drop(link, stages(link));
    }

    private static List<String> stages(Link link) {
        return link.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                + " AND left(table_name, " + MariaCatalog.STAGE.length() + ") = " + MariaSql.literal(MariaCatalog.STAGE))
                .stream().map(row -> MariaCatalog.text(row, 0)).toList();
    }

    static void drop(Link link, List<String> tables) {
        if (!tables.isEmpty()) {
            link.run("SET SESSION foreign_key_checks = 0");
            link.run("DROP TABLE IF EXISTS " + MariaSql.names(tables));
            link.run("SET SESSION foreign_key_checks = 1");
        }
    }

    /** Removes the tables of a run that is not carried through. */
    static void dropAll(Link link) {
        drop(link, stages(link));
    }

    /** Returns the statement that gives all tables their names, or none. */
    static String renaming(Map<String, String> names) {
        return "RENAME TABLE " + names.entrySet().stream()
                .map(e -> MariaSql.name(e.getKey()) + " TO " + MariaSql.name(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Makes the list of renamings that are due; empty and without effect until {@link #note}. */
    static void prepare(Link link) {
        link.run("CREATE TABLE " + MariaSql.name(PENDING)
                + " (stage VARCHAR(64) NOT NULL, name VARCHAR(64) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4");
    }

    /** Writes down in the transaction what is due after it. */
    static void note(Link link, Map<String, String> names) {
        link.run("INSERT INTO " + MariaSql.name(PENDING) + " (stage, name) VALUES " + names.entrySet().stream()
                .map(e -> "(" + MariaSql.literal(e.getKey()) + ", " + MariaSql.literal(e.getValue()) + ")")
                .collect(Collectors.joining(", ")));
    }

    static void done(Link link) {
        drop(link, List.of(PENDING));
    }

    /** Runs a statement and says whether it worked, for undoing where the first error is the one to tell. */
    static boolean tried(Link link, String sql) {
        try {
            link.attempt(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
