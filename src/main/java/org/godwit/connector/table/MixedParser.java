package org.godwit.connector.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.model.FileReport.Status;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;

/** Reads units of either kind for one worker. Not thread-safe. */
final class MixedParser implements UnitParser {
    private final MixedUnits units;
    private final JsonLimits limits;
    private final Map<Integer, UnitParser> documents = new HashMap<>();
    private final Map<TableSource, RowReader> readers = new HashMap<>();
    private final JsonTape tape = new JsonTape();

    MixedParser(MixedUnits units, JsonLimits limits) {
        this.units = units;
        this.limits = limits;
    }

    @Override
    public void parse(Unit unit, DocumentSink sink) {
        if (unit instanceof MixedUnits.DocumentUnit part) {
            documents.computeIfAbsent(part.run(), run -> units.documentRun(run).parser()).parse(part.unit(), sink);
        } else if (unit instanceof MixedUnits.RowUnit rows) {
            rows.parts().forEach(part -> rows(part, sink));
        } else {
            throw new IllegalArgumentException("a unit of another source");
        }
    }

    private void rows(MixedUnits.Part part, DocumentSink sink) {
        SourceFile file = part.file();
        TableInfo table = Objects.requireNonNull(file.origin()).table();
        boolean wanted = sink.part(file, part.first(), null);
        if (wanted && part.range() != null) {
            RowReader reader = readers.computeIfAbsent(part.source(), TableSource::reader);
            RowSink documents = new RowTape(file, table, units.keys(), limits, tape, sink);
            reader.read(table, part.range(), sink.rows(file, table, documents));
        }
        sink.partEnd(file, part.range() == null ? Status.EMPTY : Status.OK, "", part.last());
    }

    @Override
    public void close() {
        documents.values().forEach(UnitParser::close);
        readers.values().forEach(RowReader::close);
    }
}
