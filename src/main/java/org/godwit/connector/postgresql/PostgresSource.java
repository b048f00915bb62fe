package org.godwit.connector.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;

/**
 * One snapshot of a database: a transaction that is kept open exports it, and each reader's own transaction takes it over.
 * A range is a run of pages of one leaf, the leaf's number in its upper half. Thread-safe.
 */
final class PostgresSource implements TableSource {
    /** Figures of a range: the leaf in front, then 32 bits of pages. */
    static final int LEAF_BITS = 32;
    /** The page after the last one that a table can have. */
    static final long END_PAGE = 0xFFFF_FFFFL;

    private static final long ROWS_PER_PAGE = 80;
    private static final int LAST_WITHOUT_PAGE_RANGES = 13;

    private final Login login;
    private final Link link;
    private final TaskContext context;
    private final String snapshot;
    private final Map<String, Relation> relations;
    private final boolean cuts;

    private PostgresSource(Login login, Link link, TaskContext context, String snapshot, Map<String, Relation> relations) {
        this.login = login;
        this.link = link;
        this.context = context;
        this.snapshot = snapshot;
        this.relations = relations;
        // Older servers would read the whole table for each range.
        this.cuts = Integer.parseInt(String.valueOf(link.text("log in", "SELECT current_setting('server_version_num')::int / 10000"))) > LAST_WITHOUT_PAGE_RANGES;
    }

    static PostgresSource open(Login login, Connection place, Selection selection, TaskContext context) {
        Link link = login.open(place);
        PostgresSource source = null;
        try {
            begin(link);
            String snapshot = link.text("share its snapshot", "SELECT pg_export_snapshot()");
            source = new PostgresSource(login, link, context, String.valueOf(snapshot), new Catalogue(link, schema(link)).read(selection));
            return source;
        } finally {
            if (source == null) {
                link.close();
            }
        }
    }

    /** Starts a transaction that sees one state and says everything exactly. */
    private static void begin(Link link) {
        link.execute("read", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        for (String setting : List.of(
                "search_path = pg_catalog", "statement_timeout = 0", "lock_timeout = '30s'", "idle_in_transaction_session_timeout = 0",
                "standard_conforming_strings = on", "extra_float_digits = 3", "datestyle = 'ISO, YMD'", "intervalstyle = 'iso_8601'", "timezone = 'UTC'", "bytea_output = 'hex'",
                // What a policy hides from this user is an error then, not a row less.
                "row_security = off", "synchronize_seqscans = off")) {
            link.execute("read", "SET LOCAL " + setting);
        }
    }

    /** Returns a connection that sees what the source saw when it was opened. */
    Link join() {
        Link reader = login.open(link.place());
        boolean done = false;
        try {
            reader.execute("read", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            reader.execute("share the snapshot", "SET TRANSACTION SNAPSHOT " + PgNames.literal(snapshot));
            begin(reader);
            done = true;
            return reader;
        } finally {
            if (!done) {
                reader.close();
            }
        }
    }

    private static String schema(Link link) {
        String named = link.place().schema();
        if (named.isEmpty()) {
            return "public";
        }
        if (link.text("read the catalogue", "SELECT 1 FROM pg_namespace WHERE nspname = ?", named) == null) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, link.place().text() + ": schema " + named);
        }
        return named;
    }

    @Override
    public List<TableInfo> tables() {
        return relations.values().stream().map(Relation::info).toList();
    }

    Relation relation(TableInfo table) {
        Relation relation = relations.get(table.name());
        if (relation == null) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, link.place().text() + ": table " + table.name());
        }
        return relation;
    }

    @Override
    public List<RowRange> ranges(TableInfo table, long rows) {
        Relation relation = relation(table);
        long pages = relation.leaves().stream().mapToLong(Relation.Leaf::pages).sum();
        if (relation.info().rows() == 0 && pages <= Catalogue.COUNTED_PAGES) {
            return List.of();
        }
        long total = relation.info().rows() >= 0 ? relation.info().rows() : pages * ROWS_PER_PAGE;
        long step = total <= rows ? Math.max(1, pages) : Math.max(1, Math.round((double) rows * pages / total));
        List<RowRange> ranges = new ArrayList<>();
        for (int i = 0; i < relation.leaves().size(); i++) {
            Relation.Leaf leaf = relation.leaves().get(i);
            long base = (long) i << LEAF_BITS;
            if (!leaf.stored() || (!cuts && leaf.pages() > 0)) {
                ranges.add(new RowRange(base, base + END_PAGE));
                continue;
            }
            for (long page = 0; page < leaf.pages(); page += step) {
                boolean last = page + step >= leaf.pages();
                ranges.add(new RowRange(base + page, base + (last ? END_PAGE : page + step)));
            }
        }
        return ranges;
    }

    @Override
    public RowReader reader() {
        return new PostgresReader(this, context);
    }

    @Override
    public void close() {
        link.close();
    }
}
