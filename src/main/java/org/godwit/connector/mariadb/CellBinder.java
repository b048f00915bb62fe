package org.godwit.connector.mariadb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;

/** Sets parameters of statements from the cells of batches. */
final class CellBinder {
    private CellBinder() {}

    static void bind(PreparedStatement statement, int index, ColumnVector column, int row) throws SQLException {
        if (column.isNull(row)) {
            statement.setNull(index, sqlType(column.type()));
            return;
        }
        switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT -> statement.setLong(index, column.longAt(row));
            case DOUBLE -> statement.setDouble(index, column.doubleAt(row));
            case HUGEINT -> statement.setBigDecimal(index, new BigDecimal((BigInteger) column.objectAt(row)));
            case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) column.objectAt(row));
            case VARCHAR, JSON -> statement.setString(index, (String) column.objectAt(row));
            case BLOB -> statement.setBytes(index, Base64.getDecoder().decode((String) column.objectAt(row)));
            case DATE -> statement.setString(index, LoadText.dateText(column.longAt(row)));
            case TIMESTAMP -> statement.setString(index, LoadText.momentText(column.longAt(row)));
        }
    }

    private static int sqlType(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT -> Types.BIGINT;
            case DOUBLE -> Types.DOUBLE;
            case HUGEINT, DECIMAL -> Types.DECIMAL;
            case VARCHAR, JSON, DATE, TIMESTAMP -> Types.VARCHAR;
            case BLOB -> Types.VARBINARY;
        };
    }
}
