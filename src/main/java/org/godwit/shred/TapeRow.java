package org.godwit.shred;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.DataType;

/**
 * Turns documents that are rows of a table with known types into rows again, without a plan: what a source's cell says
 * becomes the one value of the type that it stands for. One for each form; not thread-safe.
 */
public final class TapeRow {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final Transforms.Chain NOTHING = Transforms.chain(List.of(), false);

    private final RowBatch form;
    private final List<String> names;
    private final int[] ids;
    private final RowCells cells = new RowCells();

    /**
     * @param form is filled; its columns are members of the documents
     * @param keys numbers the names of the documents' members
     */
    public TapeRow(RowBatch form, KeyTable keys) {
        this.form = form;
        this.ids = form.names().stream().mapToInt(keys::id).toArray();
        this.names = new ArrayList<>(form.names());
        cells.reserve(names.size());
    }

    /**
     * Adds a row.
     *
     * @return the name of a column whose cell cannot be a value of its type; empty if the row was added
     */
    public String add(JsonTape tape) {
        for (int i = 0; i < names.size(); i++) {
            int node = tape.member(0, ids[i], names.get(i));
            cells.setNull(i);
            if (node >= 0 && tape.kind(node) != JsonTape.NULL && !put(i, form.column(i).type(), tape, node)) {
                return names.get(i);
            }
        }
        cells.addTo(form);
        return "";
    }

    private boolean put(int column, DataType type, JsonTape tape, int node) {
        byte kind = tape.kind(node);
        switch (type.kind()) {
            case JSON:
                // The text of the cell, as the source has it; never something that was read of it.
                if (kind == JsonTape.STRING) {
                    cells.setObject(column, tape.text(node));
                }
                return kind == JsonTape.STRING;
            case BLOB:
                int bytes = kind == JsonTape.OBJECT && tape.end(node) == node + 2 ? node + 1 : -1;
                if (bytes >= 0 && tape.kind(bytes) == JsonTape.STRING) {
                    cells.setObject(column, tape.text(bytes));
                }
                return bytes >= 0;
            case BOOLEAN:
                if (kind == JsonTape.NUMBER && (tape.text(node).equals("0") || tape.text(node).equals("1"))) {
                    cells.setLong(column, tape.text(node).equals("1") ? 1 : 0);
                    return true;
                }
                break;
            case DOUBLE:
                if (kind == JsonTape.STRING || kind == JsonTape.NUMBER) {
                    return real(column, tape.text(node));
                }
                break;
            case TIMESTAMP:
            case DATE:
                return kind == JsonTape.STRING && moment(column, type, tape.text(node));
            case VARCHAR:
                if (kind != JsonTape.STRING) {
                    return false;
                }
                break;
            default:
                break;
        }
        if (kind == JsonTape.STRING) {
            return cells.value(column, type, tape.text(node), NOTHING) != RowCells.Fit.MISFIT && !cells.isNull(column);
        }
        if (kind == JsonTape.NUMBER) {
            return cells.value(column, type, new Transforms.NumberText(tape.text(node)), NOTHING) != RowCells.Fit.MISFIT;
        }
        boolean bool = kind == JsonTape.TRUE || kind == JsonTape.FALSE;
        return bool && cells.value(column, type, kind == JsonTape.TRUE, NOTHING) != RowCells.Fit.MISFIT;
    }

    private boolean moment(int column, DataType type, String text) {
        try {
            if (type.kind() == DataType.Kind.DATE) {
                cells.setLong(column, LocalDate.parse(text).toEpochDay());
            } else {
                cells.setLong(column, ChronoUnit.MICROS.between(EPOCH, LocalDateTime.parse(text.replace(' ', 'T'))));
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean real(int column, String text) {
        try {
            cells.setReal(column, Double.parseDouble(text));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
