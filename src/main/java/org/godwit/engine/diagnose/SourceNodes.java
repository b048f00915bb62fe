package org.godwit.engine.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.FileReport;
import org.godwit.model.Plan;
import org.godwit.model.Problem;
import org.godwit.model.Reread;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.TapeText;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Reads some nodes of documents as JSON, from the files in which they stand. Used once. */
final class SourceNodes implements DocumentSink {
    private static final int CUT = 4_000;

    /** A node; {@code position} is the document's in its file. */
    record Wanted(String file, long position, String pointer) {}

    private final Map<String, List<Wanted>> wanted = new HashMap<>();
    private final Map<Wanted, String> found = new HashMap<>();
    private final Map<String, Path> contents = new HashMap<>();
    private final int most;
    private String current = "";
    private long position;

    private SourceNodes(Set<Wanted> nodes, int most) {
        this.most = most;
        nodes.forEach(node -> wanted.computeIfAbsent(node.file(), _ -> new ArrayList<>()).add(node));
    }

    /** Returns the nodes that are in the part of the sources that the connector reads. */
    static Map<Wanted, String> read(Set<Wanted> nodes, Plan plan, Path base, DocumentConnector connector, TaskContext context) {
        return new SourceNodes(nodes, CUT).read(plan, base, connector, context);
    }

    /** Returns one in full, if it is there. */
    static Optional<Reread> whole(Wanted node, Plan plan, Path base, DocumentConnector connector, TaskContext context) {
        SourceNodes nodes = new SourceNodes(Set.of(node), Integer.MAX_VALUE);
        return Optional.ofNullable(nodes.read(plan, base, connector, context).get(node))
                .map(json -> new Reread(json, Optional.ofNullable(nodes.contents.get(node.file()))));
    }

    private Map<Wanted, String> read(Plan plan, Path base, DocumentConnector connector, TaskContext context) {
        for (Plan.Source source : plan.sources()) {
            String before = plan.prefix(source);
            List<SourceFile> files = new ArrayList<>();
            for (SourceFile file : connector.list(source, base, context).files()) {
                if (wanted.containsKey(before + file.name())) {
                    files.add(file.as(files.size(), before + file.name()));
                    Path content = file.content();
                    if (content != null) {
                        contents.put(before + file.name(), content);
                    }
                }
            }
            if (!files.isEmpty()) {
                read(connector, files, context);
            }
        }
        return found;
    }

    private void read(DocumentConnector connector, List<SourceFile> files, TaskContext context) {
        try (UnitSource units = connector.open(files, new KeyTable(), context); UnitParser parser = units.parser()) {
            long all = wanted.values().stream().mapToLong(List::size).sum();
            for (Unit unit = units.next(); unit != null && found.size() < all; unit = units.next()) {
                context.checkCancelled();
                parser.parse(unit, this);
            }
        }
    }

    @Override
    public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
        if (first || !file.name().equals(current)) {
            current = file.name();
            position = 0;
        }
        return true;
    }

    @Override
    public void document(SourceFile file, JsonTape tape, long line) {
        for (Wanted node : wanted.getOrDefault(file.name(), List.of())) {
            if (node.position() == position) {
                int at = at(tape, node.pointer());
                if (at >= 0) {
                    found.put(node, text(tape, at));
                }
            }
        }
        position++;
    }

    private String text(JsonTape tape, int node) {
        StringBuilder out = new StringBuilder();
        TapeText.append(out, tape, node);
        return out.length() <= most ? out.toString() : out.substring(0, most) + "…";
    }

    private static int at(JsonTape tape, String pointer) {
        int node = 0;
        String[] parts = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        for (String part : parts) {
            String key = part.replace("~1", "/").replace("~0", "~");
            node = next(tape, node, key);
            if (node < 0) {
                return -1;
            }
        }
        return node;
    }

    private static int next(JsonTape tape, int node, String key) {
        int position = 0;
        for (int child = node + 1; tape.isContainer(node) && child < tape.end(node); child = tape.end(child)) {
            String name = tape.kind(node) == JsonTape.ARRAY ? String.valueOf(position++) : tape.key(child);
            if (key.equals(name)) {
                return child;
            }
        }
        return -1;
    }

    @Override
    public void problem(SourceFile file, Problem problem) {
        // What is broken is told by the inspection.
    }

    @Override
    public void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last) {
        // Nothing is counted here.
    }
}
