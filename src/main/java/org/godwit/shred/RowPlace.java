package org.godwit.shred;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the row that is being made stands in its document: the node of each level, with its key or position, and the
 * JSON pointer. Not thread-safe.
 */
final class RowPlace {
    /** There is no such node. */
    static final Object MISSING = Missing.VALUE;

    private enum Missing {
        VALUE
    }

    JsonTape tape;
    DocumentScan scan;
    SourceName file = new SourceName("");
    int[] nodes = new int[8];
    @Nullable String[] keys = new String[8];
    int[] positions = new int[8];
    final StringBuilder pointer = new StringBuilder();

    RowPlace(JsonTape tape, DocumentScan scan) {
        this.tape = tape;
        this.scan = scan;
    }

    /** Returns whether a value stands for no node. */
    static boolean isMissing(@Nullable Object value) {
        return value instanceof Missing;
    }

    void reserve(int levels) {
        if (levels > nodes.length) {
            nodes = Arrays.copyOf(nodes, levels);
            keys = Arrays.copyOf(keys, levels);
            positions = Arrays.copyOf(positions, levels);
        }
    }

    /** Returns the node of a path, or -1. */
    int node(PlanPath path) {
        int node = path.find(tape, nodes[path.level]);
        return node >= 0 && tape.faults() > 0 && tape.isFaulty(node) ? -1 : node;
    }

    /** Returns whether there is a node at a path that was rejected by its source; {@link #node} does not find it. */
    boolean isFaulty(PlanPath path) {
        if (tape.faults() == 0) {
            return false;
        }
        int node = path.find(tape, nodes[path.level]);
        return node >= 0 && tape.isFaulty(node);
    }

    /** Returns which of a cell's paths is the first that is present and not null, or -1. */
    int firstPresent(CompiledCell.Value cell) {
        for (int i = 0; i < cell.paths().size(); i++) {
            PlanPath path = cell.paths().get(i);
            if (path.gives == PlanPath.Gives.NODE) {
                int node = node(path);
                if (node >= 0 && tape.kind(node) != JsonTape.NULL) {
                    return i;
                }
            } else if (!isMissing(value(path))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the value of a path as transforms take it: {@link #MISSING}, null for JSON null, or the value. */
    @Nullable Object value(PlanPath path) {
        switch (path.gives) {
            case KEY:
                String key = keys[path.level];
                return key == null ? MISSING : key;
            case POSITION:
                return new Transforms.NumberText(Integer.toString(positions[path.level]));
            case FILE:
                return file.fact(path.source.name());
            default:
                int node = node(path);
                return node < 0 ? MISSING : nodeValue(node);
        }
    }

    /** Returns a node's value as transforms take it. */
    @Nullable Object nodeValue(int node) {
        switch (tape.kind(node)) {
            case JsonTape.STRING:
                return tape.text(node);
            case JsonTape.NUMBER:
                return new Transforms.NumberText(tape.text(node));
            case JsonTape.TRUE:
                return true;
            case JsonTape.FALSE:
                return false;
            case JsonTape.NULL:
                return null;
            default:
                StringBuilder out = new StringBuilder();
                TapeText.append(out, tape, node);
                return new Transforms.JsonText(out.toString());
        }
    }
}
