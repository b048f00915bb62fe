package org.godwit.connector.csv;

import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.connector.spi.folder.FolderSession;
import org.godwit.model.DataType;
import org.godwit.task.TaskContext;

/**
 * A folder with a CSV file (RFC 4180, UTF-8, with a header) for each table, written anew by each run. NULL is nothing,
 * the empty text is a pair of quotes; values are written as they are, also those that a spreadsheet takes for formulas.
 */
public final class CsvTarget implements TargetConnector {
    @Override
    public String type() {
        return CsvConnector.TYPE;
    }

    @Override
    public TypeMapping mapping(DataType type) {
        // The notes beside the files say what each column is.
        return TypeMapping.exact(type, "text");
    }

    @Override
    public boolean appends() {
        return false;
    }

    @Override
    public TargetSession open(Place place, TaskContext context) {
        return FolderSession.open(place, new CsvForm(), context);
    }
}
