package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.Column;
import org.godwit.model.TableInfo.Json;
import org.godwit.shred.RecentTexts;
import org.godwit.shred.Utf8Text;

/** Reads rows through one of the connections of a source; two readers of one connection take turns. */
final class SqliteReader implements RowReader {
    private static final long CHECK_EVERY = 4_096;

    private final SqliteSource source;
    private final Link link;
    private final ReentrantLock turn;
    /** By table: what each of its columns had lately. */
    private final Map<String, List<RecentTexts>> recent = new HashMap<>();

    SqliteReader(SqliteSource source, Link link, ReentrantLock turn) {
        this.source = source;
        this.link = link;
        this.turn = turn;
    }

    @Override
    public void read(TableInfo table, RowRange range, RowSink sink) {
        String rowId = source.shape(table).rowId();
        turn.lock();
        try (Prepared query = link.prepare(sql(table, rowId))) {
            // A range that ends at the greatest row id of all holds it too: there is no number after it.
            query.bind(1, rowId == null ? range.to() - range.from() : range.from());
            query.bind(2, rowId == null ? range.from() - 1 : range.to() == Long.MAX_VALUE ? range.to() : range.to() - 1);
            List<RecentTexts> texts = recent.computeIfAbsent(table.name(), name -> table.columns().stream().map(column -> new RecentTexts()).toList());
            long position = range.from();
            int first = rowId == null ? 0 : 1;
            for (long rows = 0; query.step(); rows++) {
                if (rows % CHECK_EVERY == 0) {
                    source.context().checkCancelled();
                }
                sink.row(rowId == null ? position++ : query.integer(0));
                cells(query, first, table.columns(), texts, sink);
                sink.end();
            }
        } catch (SQLException e) {
            throw SqliteErrors.unreadable(source.file(), e);
        } finally {
            turn.unlock();
        }
        source.checkUnchanged();
    }

    private static String sql(TableInfo table, @org.jspecify.annotations.Nullable String rowId) {
        String columns = table.columns().stream().map(column -> "t." + SqliteName.of(column.name())).collect(Collectors.joining(", "));
        String from = " FROM main." + SqliteName.of(table.name()) + " AS t NOT INDEXED ";
        return rowId == null
                ? "SELECT " + columns + from + "LIMIT ?1 OFFSET ?2"
                : "SELECT t." + rowId + ", " + columns + from + "WHERE t." + rowId + " BETWEEN ?1 AND ?2 ORDER BY t." + rowId;
    }

    private void cells(Prepared query, int first, List<Column> columns, List<RecentTexts> texts, RowSink sink) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            int at = first + i;
            switch (query.type(at)) {
                case Prepared.INTEGER -> sink.integer(query.integer(at));
                case Prepared.REAL -> sink.real(query.real(at));
                case Prepared.BLOB -> sink.blob(query.bytes(at));
                case Prepared.TEXT -> text(query, at, columns.get(i).json(), texts.get(i), sink);
                default -> sink.nothing();
            }
        }
    }

    private void text(Prepared query, int at, Json json, RecentTexts recent, RowSink sink) throws SQLException {
        Utf8Text passing = json == Json.NONE && source.form().passes() ? query.text(at, recent) : null;
        if (passing != null) {
            sink.text(passing);
            return;
        }
        byte[] bytes = query.bytes(at);
        String text = source.form().read(bytes);
        if (text == null) {
            sink.unreadable("x'" + HexFormat.of().formatHex(bytes) + "'", "the text is not valid " + source.form().charset().name());
        } else if (json == Json.NONE) {
            sink.text(text);
        } else {
            sink.json(text);
        }
    }

    @Override
    public void close() {
        // The connection is the source's.
    }
}
