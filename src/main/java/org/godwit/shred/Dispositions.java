package org.godwit.shred;

import java.util.Arrays;
import java.util.List;

/**
 * What became of each leaf of one document, and the document's {@code rest}. Filled again for every document; not
 * thread-safe.
 */
final class Dispositions {
    static final byte NONE = 0;
    static final byte STORED = 1;
    static final byte CANDIDATE = 2;
    static final byte REJECTED = 3;
    static final byte SKIPPED = 4;

    private byte[] of = new byte[256];
    /** Kept in rest although a column stores it too, because some other cell holds something made of it. */
    private boolean[] forced = new boolean[256];
    private boolean[] whole = new boolean[256];

    void start(int size) {
        if (size > of.length) {
            int capacity = Math.max(size, of.length * 2);
            of = new byte[capacity];
            forced = new boolean[capacity];
            whole = new boolean[capacity];
        } else {
            Arrays.fill(of, 0, size, NONE);
            Arrays.fill(forced, 0, size, false);
        }
    }

    byte at(int node) {
        return of[node];
    }

    /** Marks the leaves of a subtree; what is stored stays stored. */
    void mark(JsonTape tape, int node, byte disposition) {
        for (int i = node; i < tape.end(node); i++) {
            if (of[i] == NONE || disposition == STORED) {
                of[i] = disposition;
            }
        }
    }

    void force(JsonTape tape, int node) {
        Arrays.fill(forced, node, tape.end(node), true);
    }

    /** Returns whether a leaf is kept in rest whatever else stores it. */
    boolean isForced(int node) {
        return forced[node];
    }

    private boolean untaken(JsonTape tape, int node) {
        for (int i = node; i < tape.end(node); i++) {
            if (tape.isLeaf(i) && of[i] != NONE) {
                return false;
            }
        }
        return true;
    }

    /** Appends what is left below a node as JSON and marks it stored, if it is to be. Returns whether there was anything. */
    boolean takeRest(JsonTape tape, int node, boolean stored, StringBuilder out) {
        if (tape.isLeaf(node) || tape.kind(node) == JsonTape.ARRAY) {
            if (!untaken(tape, node)) {
                return false;
            }
            TapeText.append(out, tape, node);
            if (stored) {
                mark(tape, node, STORED);
            }
            return true;
        }
        int start = out.length();
        out.append('{');
        boolean any = false;
        for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
            int before = out.length();
            if (any) {
                out.append(',');
            }
            TapeText.appendString(out, DocumentScan.key(tape, child));
            out.append(':');
            if (takeRest(tape, child, stored, out)) {
                any = true;
            } else {
                out.setLength(before);
            }
        }
        if (any) {
            out.append('}');
        } else {
            out.setLength(start);
        }
        return any;
    }

    /** Counts every leaf in the ledger; candidates are counted when they are resolved. Returns how many stay in rest. */
    long settle(JsonTape tape, DocumentScan scan, LedgerTrie ledger) {
        long kept = 0;
        for (int node = 0; node < tape.size(); node++) {
            if (!tape.isLeaf(node)) {
                continue;
            }
            int path = scan.ledgerPath[node];
            ledger.count(path, LedgerTrie.READ, 1);
            switch (of[node]) {
                case NONE:
                    ledger.count(path, LedgerTrie.REST, 1);
                    kept++;
                    break;
                case STORED:
                    ledger.count(path, LedgerTrie.STORED, 1);
                    kept += forced[node] ? 1 : 0;
                    break;
                case REJECTED:
                    ledger.count(path, LedgerTrie.REJECTED, 1);
                    break;
                case SKIPPED:
                    ledger.count(path, LedgerTrie.SKIPPED, 1);
                    scan.leaveOut(tape, node);
                    break;
                default:
                    kept += forced[node] ? 1 : 0;
                    break;
            }
        }
        return kept;
    }

    /** Returns what is left of the document and the paths that are absent. */
    RestText rest(JsonTape tape, DocumentScan scan, List<String> absent) {
        StringBuilder members = new StringBuilder();
        findWhole(tape, scan);
        appendRest(tape, 0, new StringBuilder("$"), members);
        StringBuilder paths = new StringBuilder();
        for (String path : absent) {
            paths.append(paths.isEmpty() ? "" : ",");
            TapeText.appendString(paths, path);
        }
        return new RestText(members.toString(), paths.toString());
    }

    private void findWhole(JsonTape tape, DocumentScan scan) {
        Arrays.fill(whole, 0, tape.size(), true);
        for (int node = tape.size() - 1; node >= 0; node--) {
            if (tape.isLeaf(node)) {
                whole[node] = of[node] == NONE || forced[node];
            }
            if (!whole[node] && node > 0) {
                whole[scan.parent[node]] = false;
            }
        }
    }

    private void appendRest(JsonTape tape, int node, StringBuilder path, StringBuilder out) {
        if (whole[node]) {
            out.append(out.isEmpty() ? "" : ",");
            TapeText.appendString(out, path.toString());
            out.append(':');
            TapeText.append(out, tape, node);
            return;
        }
        int length = path.length();
        int position = 0;
        for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
            if (tape.kind(node) == JsonTape.OBJECT) {
                NormalizedPath.appendKey(path, DocumentScan.key(tape, child));
            } else {
                NormalizedPath.appendIndex(path, position++);
            }
            appendRest(tape, child, path, out);
            path.setLength(length);
        }
    }
}
