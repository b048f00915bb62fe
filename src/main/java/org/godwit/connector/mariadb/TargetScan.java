package org.godwit.connector.mariadb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.connector.spi.ScanChunk;
import org.godwit.connector.spi.TargetSession.Bound;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Reads rows back as the types of a plan, in the binary protocol: no number goes through text that rounds. */
final class TargetScan {
    private static final int FETCHED_ROWS = 2_048;

    private TargetScan() {}

    /** @param stage the table's name on the server */
    static void read(Link link, String stage, RowBatch form, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        String columns = IntStream.range(0, form.names().size())
                .mapToObj(i -> asking(form.names().get(i), form.column(i).type()))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + MariaSql.name(stage)
                + (atLeast == null ? "" : " WHERE " + MariaSql.name(atLeast.column()) + " >= " + atLeast.value());
        try (PreparedStatement statement = link.prepare(sql)) {
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                form.clear();
                long chars = 0;
                while (rows.next()) {
                    for (int i = 0; i < form.columns().size(); i++) {
                        chars += cell(rows, i + 1, form.column(i));
                    }
                    if (ScanChunk.isFull(form, chars)) {
                        chunks.accept(form);
                        form.clear();
                        chars = 0;
                    }
                }
            }
            if (form.rows() > 0) {
                chunks.accept(form);
            }
        } catch (SQLException e) {
            throw link.failed(e);
        }
    }

    // Days and microseconds are counted by the server; year 0, where its calendar differs, is never written.
    private static String asking(String column, DataType type) {
        String name = MariaSql.name(column);
        return switch (type.kind()) {
            case DATE -> "to_days(" + name + ") - 719528";
            case TIMESTAMP -> "timestampdiff(MICROSECOND, '1970-01-01 00:00:00', " + name + ")";
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, VARCHAR, JSON, BLOB -> name;
        };
    }

    /** Returns how many characters of text there are now more. */
    private static int cell(ResultSet rows, int index, ColumnVector to) throws SQLException {
        switch (to.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> {
                long value = rows.getLong(index);
                if (rows.wasNull()) {
                    to.addNull();
                } else {
                    to.addLong(value);
                }
            }
            case DOUBLE -> {
                double value = rows.getDouble(index);
                if (rows.wasNull()) {
                    to.addNull();
                } else {
                    to.addDouble(value);
                }
            }
            case VARCHAR, JSON -> {
                return text(rows.getString(index), to);
            }
            case BLOB -> {
                byte[] value = rows.getBytes(index);
                return text(value == null ? null : Base64.getEncoder().encodeToString(value), to);
            }
            case HUGEINT -> {
                BigDecimal value = rows.getBigDecimal(index);
                object(value == null ? null : whole(value), to);
            }
            case DECIMAL -> {
                BigDecimal value = rows.getBigDecimal(index);
                object(value == null ? null : value.setScale(to.type().scale(), RoundingMode.UNNECESSARY), to);
            }
        }
        return 0;
    }

    private static int text(@Nullable String value, ColumnVector to) {
        object(value, to);
        return value == null ? 0 : value.length();
    }

    private static BigInteger whole(BigDecimal value) {
        return value.toBigIntegerExact();
    }

    private static void object(@Nullable Object value, ColumnVector to) {
        if (value == null) {
            to.addNull();
        } else {
            to.addObject(value);
        }
    }
}
