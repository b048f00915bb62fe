package org.godwit.engine.verify;

import java.util.Arrays;
import java.util.List;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.DocumentHash;

/** The parts of one run: rows of a source's table that share one record. Immutable. */
final class Parts {
    private final List<Part> parts;
    private final long[] firsts;

    /**
     * One part.
     *
     * @param end the number after the last document
     * @param file the table it was read from
     * @param position of the first row there
     * @param table where its rows are
     * @param feed that made them
     */
    record Part(long first, long end, String file, long position, String table, int feed, DocumentHash hash) {
        long rows() {
            return end - first;
        }

        /** Returns whether rows of the part are at a place. */
        boolean isPlace(String ofTable, String at, int ofFeed) {
            return table.equals(ofTable) && at.isEmpty() && feed == ofFeed;
        }
    }

    private Parts(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.firsts = parts.stream().mapToLong(Part::first).toArray();
    }

    static Parts of(Session session, RecordedRun run) {
        String sql = "SELECT first_doc, end_doc, file, position, dataset, hash_high, hash_low FROM " + SystemTables.PARTS + " WHERE run = " + Sql.literal(run.id())
                + " ORDER BY first_doc";
        return new Parts(session.texts(sql).stream().map(row -> part(row, run.plan())).toList());
    }

    private static Part part(List<String> row, Plan plan) {
        String table = "";
        int feed = -1;
        for (TableSpec spec : plan.tables()) {
            for (int i = 0; i < spec.feeds().size(); i++) {
                if (spec.feeds().get(i).dataset().equals(row.get(4))) {
                    table = spec.name();
                    feed = i;
                }
            }
        }
        DocumentHash hash = new DocumentHash(Long.parseLong(row.get(5)), Long.parseLong(row.get(6)));
        return new Part(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)), row.get(2), Long.parseLong(row.get(3)), table, feed, hash);
    }

    List<Part> all() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the place of the part that a document belongs to, or -1 if it has a record of its own. */
    int of(long document) {
        int at = Arrays.binarySearch(firsts, document);
        int place = at >= 0 ? at : -at - 2;
        return place >= 0 && document < parts.get(place).end() ? place : -1;
    }
}
