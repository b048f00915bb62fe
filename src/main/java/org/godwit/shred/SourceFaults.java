package org.godwit.shred;

import org.godwit.model.Reject;

/** Rejects the leaves of a document that its source says are not what belongs there. Pure. */
final class SourceFaults {
    private SourceFaults() {}

    /**
     * Rejects all faults of the document at a place.
     *
     * @param document its place in the unit
     */
    static void reject(RowPlace place, int document, long line, ShredResult result, Dispositions dispositions) {
        JsonTape tape = place.tape;
        for (int i = 0; i < tape.faults(); i++) {
            int node = tape.faultNode(i);
            StringBuilder raw = new StringBuilder();
            TapeText.append(raw, tape, node);
            String column = tape.key(node);
            Reject reject = new Reject(
                    Reject.Level.VALUE, place.file.path(), line, 0, NormalizedPath.pointer(tape, place.scan, node), place.file.table(),
                    column == null ? "" : column, tape.faultReason(i), raw.toString());
            result.rejects().add(new ShredResult.RejectedPart(document, NormalizedPath.of(tape, place.scan, node), reject));
            dispositions.mark(tape, node, Dispositions.REJECTED);
        }
    }
}
