package org.godwit.shred;

import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;

/**
 * The way back: tells from the cells of a row which leaves its document had. One for each feed; not thread-safe.
 * Batches have the columns of the table in its order, then lineage.
 */
public final class RowDecoder {
    private final List<RestoringCell> cells;
    private final List<Step> rowSteps;
    private final List<Long> rowKeyHashes;
    private final long[] levelHashes;
    private final TapeReader reader;
    private final JsonTape tape = new JsonTape();
    private final NumberValue number = new NumberValue();

    /**
     * @param feed the feed's place in its table
     * @param reader reads JSON cells
     */
    public RowDecoder(TableSpec table, int feed, TapeReader reader) {
        this.reader = reader;
        TableSpec.Feed source = table.feeds().get(feed);
        FeedLevels levels = new FeedLevels(source.rows());
        rowSteps = source.rows().steps();
        rowKeyHashes = RestoringCell.hashes(rowSteps);
        levelHashes = new long[levels.count()];
        cells = RestoringCell.of(table, source, levels);
    }

    /** Puts into the set what a row says. */
    public void decode(RowBatch batch, int row, String at, LeafSet leaves) {
        readLevels(at);
        for (RestoringCell cell : cells) {
            long path = pathHash(cell);
            ColumnVector column = batch.column(cell.column());
            if (column.isNull(row)) {
                if (cell.nullSpeaks()) {
                    leaves.cell(path, LeafHash.NULL);
                }
            } else if (cell.type().kind() == DataType.Kind.JSON) {
                json((String) column.objectAt(row), path, leaves);
            } else if (cell.defaultText() == null || !cell.defaultText().equals(KeyText.cell(column, row))) {
                leaves.cell(path, scalar(cell, column, row));
            }
        }
    }

    /** Returns the hash of a document that is wholly this row. */
    public DocumentHash hash(RowBatch batch, int row) {
        readLevels("");
        long first = 0;
        long second = 0;
        for (RestoringCell cell : cells) {
            long path = pathHash(cell);
            ColumnVector column = batch.column(cell.column());
            long value = column.isNull(row) ? LeafHash.NULL : scalar(cell, column, row);
            first += LeafHash.first(path, value);
            second += LeafHash.second(path, value);
        }
        return new DocumentHash(first, second);
    }

    private void readLevels(String at) {
        long hash = LeafHash.ROOT;
        levelHashes[0] = hash;
        int level = 0;
        int from = 1;
        for (int i = 0; i < rowSteps.size(); i++) {
            Step step = rowSteps.get(i);
            int end = at.indexOf('/', from);
            int to = end < 0 ? at.length() : end;
            if (step instanceof Step.Key) {
                hash = LeafHash.member(hash, rowKeyHashes.get(i));
            } else if (step instanceof Step.Entries) {
                hash = LeafHash.member(hash, LeafHash.text(PathHash.unescape(at.substring(from, to))));
            } else {
                hash = LeafHash.element(hash, Integer.parseInt(at, from, to, 10));
            }
            if (step.fansOut()) {
                levelHashes[++level] = hash;
            }
            from = to + 1;
        }
        levelHashes[levelHashes.length - 1] = hash;
    }

    private long pathHash(RestoringCell cell) {
        long hash = levelHashes[cell.level()];
        for (int i = 0; i < cell.steps().size(); i++) {
            Step step = cell.steps().get(i);
            hash = step instanceof Step.Index index ? LeafHash.element(hash, index.position()) : LeafHash.member(hash, cell.keyHashes().get(i));
        }
        return hash;
    }

    private long scalar(RestoringCell cell, ColumnVector column, int row) {
        switch (cell.type().kind()) {
            case BOOLEAN:
                return column.longAt(row) != 0 ? LeafHash.TRUE : LeafHash.FALSE;
            case INTEGER:
            case BIGINT:
                return LeafHash.integer(column.longAt(row));
            case DOUBLE:
                number.readDouble(column.doubleAt(row));
                return number.hash();
            case HUGEINT:
                number.readDecimal(new java.math.BigDecimal((java.math.BigInteger) column.objectAt(row)));
                return number.hash();
            case DECIMAL:
                number.readDecimal((java.math.BigDecimal) column.objectAt(row));
                return number.hash();
            case TIMESTAMP:
                return LeafHash.string(DateForms.write(cell.form(), column.longAt(row)));
            case DATE:
                return LeafHash.string(DateForms.write(cell.form(), column.longAt(row) * 86_400_000_000L));
            default:
                return column.textHashAt(row);
        }
    }

    private void json(String text, long path, LeafSet leaves) {
        parse(reader, text, tape);
        TapeLeaves.put(tape, path, leaves, false);
    }

    /** Returns whether a text is one JSON value. */
    static boolean isJson(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
        return reader.read(bytes, 0, bytes.length, new JsonTape()) == null;
    }

    static void parse(TapeReader reader, String text, JsonTape tape) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        tape.clear();
        if (reader.read(bytes, 0, bytes.length, tape) != null) {
            // Whatever stands in the cell is no JSON any more: say so with a value that no document has.
            tape.clear();
            tape.add(JsonTape.STRING, null, JsonTape.NO_KEY, "\u0000not JSON\u0000" + text);
        }
    }

    /** Puts what {@code rest} says of a document; before any of its rows. */
    public static void rest(String rest, TapeReader reader, JsonTape tape, LeafSet leaves) {
        RestText.visit(rest, reader, tape, new RestText.Visitor() {
            @Override
            public void present(String path, JsonTape all, int node) {
                TapeLeaves.put(TapeLeaves.copy(all, node), PathHash.of(PathHash.parse(path)), leaves, true);
            }

            @Override
            public void absent(String path) {
                leaves.absent(PathHash.of(PathHash.parse(path)));
            }
        });
    }

    /** Puts what a rejected value or row was; before any row of its document. */
    public static void reject(String path, String raw, TapeReader reader, JsonTape tape, LeafSet leaves) {
        parse(reader, raw, tape);
        TapeLeaves.put(tape, PathHash.of(PathHash.parse(path)), leaves, true);
    }

    /** Returns the decoders of a table, by feed. */
    public static Map<Integer, RowDecoder> of(TableSpec table, TapeReader reader) {
        Map<Integer, RowDecoder> decoders = new java.util.HashMap<>();
        for (int i = 0; i < table.feeds().size(); i++) {
            decoders.put(i, new RowDecoder(table, i, reader));
        }
        return decoders;
    }
}
