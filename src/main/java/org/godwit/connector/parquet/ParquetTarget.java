package org.godwit.connector.parquet;

import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.connector.spi.folder.FolderSession;
import org.godwit.model.DataType;
import org.godwit.task.TaskContext;

/** A folder with a Parquet file (zstd) for each table, written anew by each run. */
public final class ParquetTarget implements TargetConnector {
    @Override
    public String type() {
        return ParquetConnector.TYPE;
    }

    @Override
    public TypeMapping mapping(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT, DOUBLE, DECIMAL, VARCHAR, DATE, TIMESTAMP, JSON, BLOB -> TypeMapping.exact(type, ParquetForm.stored(type).sql());
            case HUGEINT -> TypeMapping.lossy(type, ParquetForm.stored(type).sql(), "Parquet has no whole numbers of more than 38 digits");
        };
    }

    @Override
    public boolean appends() {
        return false;
    }

    @Override
    public TargetSession open(Place place, TaskContext context) {
        return FolderSession.open(place, new ParquetForm(), context);
    }
}
