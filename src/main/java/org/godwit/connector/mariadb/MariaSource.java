package org.godwit.connector.mariadb;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.Connection;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database, in one {@link Snapshot}. A range counts values of the primary key where that is one whole
 * number; other tables are one range. Thread-safe.
 */
final class MariaSource implements TableSource {
    private final Snapshot snapshot;
    private final List<TableInfo> tables;

    private MariaSource(Snapshot snapshot, List<TableInfo> tables) {
        this.snapshot = snapshot;
        this.tables = tables;
    }

    static MariaSource open(Connection place, Secrets secrets, List<String> include, TaskContext context) {
        Snapshot snapshot = Snapshot.open(place, secrets, context);
        boolean opened = false;
        Link link = snapshot.take();
        try {
            MariaSource source = new MariaSource(snapshot, new MariaCatalog(link, context).tables(include));
            opened = true;
            return source;
        } finally {
            snapshot.giveBack(link);
            if (!opened) {
                snapshot.close();
            }
        }
    }

    @Override
    public List<TableInfo> tables() {
        return tables;
    }

    /** Returns the column whose values ranges count, or null. */
    static TableInfo.@Nullable Column counter(TableInfo table) {
        if (table.primaryKey().size() != 1) {
            return null;
        }
        return table.columns().stream()
                .filter(c -> c.name().equals(table.primaryKey().get(0)))
                .filter(c -> CellForm.of(c) == CellForm.INTEGER || CellForm.of(c) == CellForm.UNSIGNED)
                .findFirst().orElse(null);
    }

    @Override
    public List<RowRange> ranges(TableInfo table, long rows) {
        TableInfo.Column counter = counter(table);
        Link link = snapshot.take();
        try {
            String from = " FROM " + MariaSql.name(table.name());
            if (counter != null) {
                String name = MariaSql.name(counter.name());
                List<@Nullable String> ends = link.texts("SELECT min(" + name + "), max(" + name + ")" + from).get(0);
                String least = ends.get(0);
                String greatest = ends.get(1);
                return least == null || greatest == null ? List.of() : cut(table, rows, new BigInteger(least), new BigInteger(greatest));
            }
            return link.texts("SELECT 1" + from + " LIMIT 1").isEmpty() ? List.of() : List.of(new RowRange(0, Math.max(1, table.rows())));
        } finally {
            snapshot.giveBack(link);
        }
    }

    private static List<RowRange> cut(TableInfo table, long rows, BigInteger least, BigInteger greatest) {
        if (greatest.bitLength() > Long.SIZE - 1) {
            return List.of(new RowRange(0, Long.MAX_VALUE));
        }
        long pieces = Math.max(1, Math.ceilDiv(Math.max(1, table.rows()), Math.max(1, rows)));
        BigInteger width = greatest.subtract(least).divide(BigInteger.valueOf(pieces)).add(BigInteger.ONE);
        List<RowRange> ranges = new ArrayList<>();
        BigInteger from = least;
        while (from.compareTo(greatest) <= 0) {
            BigInteger to = from.add(width).min(BigInteger.valueOf(Long.MAX_VALUE));
            boolean last = to.compareTo(greatest) > 0 || to.longValueExact() == Long.MAX_VALUE;
            ranges.add(new RowRange(from.longValueExact(), last ? Long.MAX_VALUE : to.longValueExact()));
            if (last) {
                break;
            }
            from = to;
        }
        return ranges;
    }

    @Override
    public RowReader reader() {
        return new MariaRowReader(snapshot);
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
