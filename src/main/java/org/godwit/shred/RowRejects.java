package org.godwit.shred;

import java.util.ArrayList;
import java.util.List;
import org.godwit.model.Reject;

/** What is rejected of one document after another. Not thread-safe. */
final class RowRejects {
    /** Ranges of nodes whose untaken leaves were rejected with their row. */
    final List<int[]> rows = new ArrayList<>();
    private final RowPlace place;
    private final Dispositions dispositions;
    private ShredResult result;
    private int document;

    RowRejects(RowPlace place, Dispositions dispositions, ShredResult first) {
        this.place = place;
        this.dispositions = dispositions;
        this.result = first;
    }

    void startUnit(ShredResult unit) {
        result = unit;
    }

    void startDocument(int number) {
        document = number;
        rows.clear();
    }

    /** Rejects a row; leaves that nothing else takes go with it. */
    void row(CompiledFeed feed, int node, String reason) {
        add(Reject.Level.ROW, feed, "", path(node), pointer(node), reason, text(node));
        rows.add(new int[] {node, place.tape.end(node)});
    }

    /** Rejects a value of the document. */
    void value(CompiledFeed feed, int node, String column, String reason) {
        add(Reject.Level.VALUE, feed, column, path(node), pointer(node), reason, text(node));
        dispositions.mark(place.tape, node, Dispositions.REJECTED);
    }

    /** Rejects a value that was made for a row and is no leaf of the document, such as a key; nothing is put back from it. */
    void made(CompiledFeed feed, String column, String reason, String value) {
        add(Reject.Level.VALUE, feed, column, "", place.pointer.toString(), reason, value);
    }

    /** Rejects what is left below a path, as far as a cell was to keep it alone. */
    void rest(RowMaker.PendingRest rest, String json, String reason) {
        boolean alone = rest.cell().restores();
        add(Reject.Level.VALUE, rest.feed(), rest.cell().target().name(), alone ? path(rest.node()) : "", pointer(rest.node()), reason, json);
        if (alone) {
            dispositions.mark(place.tape, rest.node(), Dispositions.REJECTED);
        }
    }

    private String path(int node) {
        return NormalizedPath.of(place.tape, place.scan, node);
    }

    private String pointer(int node) {
        return NormalizedPath.pointer(place.tape, place.scan, node);
    }

    private String text(int node) {
        StringBuilder raw = new StringBuilder();
        TapeText.append(raw, place.tape, node);
        return raw.toString();
    }

    private void add(Reject.Level level, CompiledFeed feed, String column, String path, String pointer, String reason, String raw) {
        Reject reject = new Reject(level, place.file.path(), 0, 0, pointer, feed.table.name(), column, reason, raw);
        result.rejects().add(new ShredResult.RejectedPart(document, path, reject));
    }
}
