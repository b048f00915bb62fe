package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.DataType;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;

/** The way back in full: puts what a row, a rest or a reject says into a {@link LeafMap}. Not thread-safe. */
public final class RowRestorer {
    private final TapeReader reader;
    private final JsonTape tape = new JsonTape();

    /** @param reader reads JSON cells */
    public RowRestorer(TapeReader reader) {
        this.reader = reader;
    }

    /** Puts what a row of a table says; batches have the columns of the table in its order. */
    public void row(TableSpec table, int feed, RowBatch batch, int row, String at, LeafMap leaves) {
        TableSpec.Feed source = table.feeds().get(feed);
        FeedLevels levels = new FeedLevels(source.rows());
        List<List<Object>> places = levels(at, source.rows().steps(), levels.count());
        for (RestoringCell cell : RestoringCell.of(table, source, levels)) {
            List<Object> path = new ArrayList<>(places.get(cell.level()));
            for (Step step : cell.steps()) {
                path.add(step instanceof Step.Index index ? (Object) index.position() : ((Step.Key) step).name());
            }
            put(cell, batch.column(cell.column()), row, List.copyOf(path), table.name() + "." + table.columns().get(cell.column()).name(), leaves);
        }
    }

    private static List<List<Object>> levels(String at, List<Step> rowSteps, int count) {
        List<Object> all = PathHash.parse(at, rowSteps);
        List<List<Object>> places = new ArrayList<>();
        places.add(List.of());
        for (int i = 0; i < rowSteps.size(); i++) {
            if (rowSteps.get(i).fansOut()) {
                places.add(all.subList(0, i + 1));
            }
        }
        places.add(all);
        if (places.size() != count) {
            throw new IllegalStateException(at + " has not the levels of its feed");
        }
        return places;
    }

    private void put(RestoringCell cell, ColumnVector column, int row, List<Object> path, String from, LeafMap leaves) {
        if (column.isNull(row)) {
            if (cell.nullSpeaks()) {
                leaves.put(path, new LeafMap.Leaf("null", LeafHash.NULL, from, false));
            }
            return;
        }
        if (cell.type().kind() != DataType.Kind.JSON && cell.defaultText() != null && cell.defaultText().equals(KeyText.cell(column, row))) {
            return;
        }
        RowDecoder.parse(reader, json(cell, column, row), tape);
        leaves.putTape(path, tape, from, false);
    }

    private static String json(RestoringCell cell, ColumnVector column, int row) {
        StringBuilder out = new StringBuilder();
        switch (cell.type().kind()) {
            case BOOLEAN -> out.append(column.longAt(row) != 0);
            case INTEGER, BIGINT -> out.append(column.longAt(row));
            case DOUBLE -> out.append(column.doubleAt(row));
            case HUGEINT, DECIMAL, JSON -> out.append(column.objectAt(row));
            case TIMESTAMP -> TapeText.appendString(out, DateForms.write(cell.form(), column.longAt(row)));
            case DATE -> TapeText.appendString(out, DateForms.write(cell.form(), column.longAt(row) * 86_400_000_000L));
            case VARCHAR, BLOB -> TapeText.appendString(out, (String) column.objectAt(row));
        }
        return out.toString();
    }

    /** Puts what {@code rest} says; before any row. */
    public void rest(String rest, LeafMap leaves) {
        RestText.visit(rest, reader, tape, new RestText.Visitor() {
            @Override
            public void present(String path, JsonTape all, int node) {
                leaves.putTape(PathHash.parse(path), TapeLeaves.copy(all, node), "rest", true);
            }

            @Override
            public void absent(String path) {
                leaves.putAbsent(PathHash.parse(path));
            }
        });
    }

    /** Puts what a rejected value or row was; before any row. */
    public void reject(String path, String raw, LeafMap leaves) {
        RowDecoder.parse(reader, raw, tape);
        leaves.putTape(PathHash.parse(path), tape, "reject", true);
    }
}
