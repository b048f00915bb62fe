package org.godwit.shred;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.Reject;

/**
 * What the documents of one unit became: rows with ids that count from 0 within the unit, and everything that is
 * needed to number them on and to merge rows of keyed tables. Handed from a worker to the one thread that loads; used
 * by one thread at a time.
 */
public final class ShredResult {
    /** References to rows of this unit are written as {@code REFERENCE | row}; ids as plain numbers. */
    public static final long REFERENCE = 1L << 62;

    private final CompiledPlan plan;
    private final List<RowBatch> batches;
    private final List<Document> documents = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<RejectedPart> rejects = new ArrayList<>();
    private final long[] localIds;
    private int count;
    private final List<LocalKeys> keys = new ArrayList<>();
    private final List<List<Candidate>> candidates = new ArrayList<>();

    /**
     * A document that was shredded.
     *
     * @param number its place in the unit, from 0
     * @param file the place of its file in the source
     * @param position its place among the documents of this unit's part of the file, from 0, known ones included
     * @param dataset the place of its dataset in the plan, -1 if none matched
     * @param hash of all its leaves
     * @param keptHash of its leaves without those that a rule leaves out: what can be rebuilt
     * @param rest for {@code _godwit_documents.rest}
     */
    public record Document(int number, int file, long position, long line, int dataset, DocumentHash hash, DocumentHash keptHash, RestText rest, long leaves) {}

    /**
     * Rows of a table that follow each other and were taken as they are; one record for all of them.
     *
     * @param number the place of the first in the unit, from 0
     * @param file the place of their table in the source
     * @param position of the first among the documents of this unit's part of the file, from 0; each of the others has the next one
     * @param line of the first; each of the others has the next one
     * @param hash of all of them, see {@link LeafHash#inPart}
     * @param leaves of each of them
     */
    public record Part(int number, int file, long position, long line, int dataset, int rows, DocumentHash hash, int leaves) {}

    /**
     * Something rejected, with its document.
     *
     * @param document its {@link Document#number}
     * @param path the normalized path of the value or row
     */
    public record RejectedPart(int document, String path, Reject reject) {}

    /**
     * A row of a keyed table that may turn out to be there already. Stands beside the row of its batch.
     *
     * @param key the place in the table's {@link LocalKeys}
     * @param bound what its cells restore, by column
     */
    public record Candidate(int document, int key, String at, int feed, List<BoundLeaf> bound) {
        public Candidate {
            bound = List.copyOf(bound);
        }
    }

    /**
     * What one cell of a candidate restores.
     *
     * @param column the place in the batch
     * @param path the normalized path of the leaf, present or not
     * @param json the leaf as JSON, empty if it is absent or kept in rest anyway
     * @param present whether the path exists in the document
     * @param ledgerPaths the ledger paths of the leaves that this cell alone accounts for
     */
    public record BoundLeaf(int column, String path, String json, boolean present, String dataset, List<String> ledgerPaths) {
        public BoundLeaf {
            ledgerPaths = List.copyOf(ledgerPaths);
        }
    }

    /** The keys of one keyed table that occur in a unit, numbered from 0. */
    public static final class LocalKeys {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        int id(String text) {
            Integer id = ids.get(text);
            if (id == null) {
                id = texts.size();
                ids.put(text, id);
                texts.add(text);
            }
            return id;
        }

        /** Returns the keys in the order of their numbers; see {@link KeyText}. */
        public List<String> texts() {
            return texts;
        }
    }

    ShredResult(CompiledPlan plan) {
        this(plan, plan.batches.stream().map(spec -> new RowBatch(spec.tableName(), spec.names(), spec.types())).toList());
    }

    private ShredResult(CompiledPlan plan, List<RowBatch> batches) {
        this.plan = plan;
        this.batches = batches;
        batches.forEach(batch -> candidates.add(new ArrayList<>()));
        plan.tables.forEach(t -> keys.add(new LocalKeys()));
        localIds = new long[plan.tables.size()];
    }

    /** Returns an empty one for the next unit, which will have about as many rows. */
    ShredResult another() {
        return new ShredResult(plan, batches.stream().map(RowBatch::another).toList());
    }

    public CompiledPlan plan() {
        return plan;
    }

    /** Returns the rows, in the order of {@link CompiledPlan#batches()}. */
    public List<RowBatch> batches() {
        return batches;
    }

    /** Returns, for each batch of a keyed table, what stands beside its rows; empty for others. */
    public List<Candidate> candidates(int batch) {
        return candidates.get(batch);
    }

    /** Returns how many documents there are, those in parts included. */
    public int count() {
        return count;
    }

    /** Returns the number of the next document. */
    int nextNumber() {
        return count++;
    }

    /** Returns the documents that have a record of their own, by number. */
    public List<Document> documents() {
        return documents;
    }

    /** Returns the parts, by number. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns the line of a document that has a record of its own. */
    public long line(int number) {
        int low = 0;
        int high = documents.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (documents.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return documents.get(low).line();
    }

    public List<RejectedPart> rejects() {
        return rejects;
    }

    public LocalKeys keys(int table) {
        return keys.get(table);
    }

    /** Returns how many ids the rows of a keyless table use. */
    public long localIds(int table) {
        return localIds[table];
    }

    long nextLocalId(int table) {
        return localIds[table]++;
    }
}
