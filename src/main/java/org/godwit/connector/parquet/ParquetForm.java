package org.godwit.connector.parquet;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.folder.Contents;
import org.godwit.connector.spi.folder.FileForm;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.shred.CellLimit;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Writes and reads Parquet by DuckDB's own means. */
final class ParquetForm implements FileForm {
    /** Whole numbers. */
    static final CellLimit WHOLE = new CellLimit() {
        @Override
        public @Nullable String ofObject(Object value) {
            return ((BigInteger) value).abs().compareTo(TOO_MUCH) < 0 ? null : "Parquet has no whole numbers of more than 38 digits: " + value;
        }
    };
    private static final BigInteger TOO_MUCH = BigInteger.TEN.pow(38);
    private static final DataType WIDEST = DataType.decimal(38, 0);

    /** Returns the type of a column in the file. */
    static DataType stored(DataType type) {
        // DuckDB would write a HUGEINT as a DOUBLE, and round it.
        return type.kind() == DataType.Kind.HUGEINT ? WIDEST : type;
    }

    @Override
    public String type() {
        return ParquetConnector.TYPE;
    }

    @Override
    public String suffix() {
        return ParquetConnector.SUFFIX;
    }

    @Override
    public @Nullable CellLimit limit(DataType type) {
        return type.kind() == DataType.Kind.HUGEINT ? WHOLE : null;
    }

    @Override
    public FileMaker maker(Path folder, String target) {
        return new ParquetMaker(folder, target);
    }

    @Override
    public void scan(Path file, Contents.Table stored, RowBatch form, TargetSession.@Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < form.names().size(); i++) {
            sql.append(i == 0 ? "" : ", ").append(reading(form.names().get(i), form.column(i)));
        }
        sql.append(" FROM read_parquet(").append(Sql.literal(Sql.pattern(file))).append(", hive_partitioning = false)");
        if (atLeast != null) {
            sql.append(" WHERE ").append(Sql.name(atLeast.column())).append(" >= ").append(atLeast.value());
        }
        try (ReadOnlyFile engine = ReadOnlyFile.around(List.of(file)); Session session = engine.session()) {
            session.scan(sql.toString(), form, chunks);
        }
    }

    private static String reading(String name, ColumnVector column) {
        String quoted = Sql.name(name);
        return switch (column.type().kind()) {
            case BLOB -> "base64(" + quoted + ")";
            case HUGEINT -> quoted + "::HUGEINT";
            case BOOLEAN, INTEGER, BIGINT, DOUBLE, DECIMAL, VARCHAR, DATE, TIMESTAMP, JSON -> quoted;
        };
    }
}
