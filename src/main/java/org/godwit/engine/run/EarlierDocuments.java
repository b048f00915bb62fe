package org.godwit.engine.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;
import org.godwit.duck.Session;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.verify.PartRows;
import org.godwit.model.DataType;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Reads from a target what earlier runs have loaded, and finds the files of this run in it. One thread, used once. */
final class EarlierDocuments {
    private final Session session;
    private final Plan plan;
    private final String target;
    private final List<RecordedRun> runs;
    private final OtherPlaces elsewhere;
    private final FileContents held;
    private final Map<String, KnownHashes> byFile = new HashMap<>();

    /**
     * @param target its name for people
     * @param base where relative paths of plans start
     */
    EarlierDocuments(Session session, Plan plan, String target, Path base, TaskContext context) {
        this.session = session;
        this.plan = plan;
        this.target = target;
        this.runs = RecordedRun.all(session);
        this.elsewhere = OtherPlaces.of(runs, plan, base);
        this.held = new FileContents(session, runs.stream().map(RecordedRun::id).toList(), elsewhere, context);
    }

    /**
     * Returns what this run need not load.
     *
     * @param duplicates files of this run, by place, that are left out
     * @param files of this run
     */
    KnownDocuments known(Set<Integer> duplicates, List<SourceFile> files) {
        boolean first = plan.options().duplicates() == Options.Duplicates.FIRST;
        KnownContents contents = new KnownContents(files, first);
        readContents(contents);
        readDocuments();
        if (session.number("SELECT count(*) FROM " + SystemTables.PARTS) > 0) {
            new PartRows(session).hashes(target, runs, this::name, this::add);
        }
        Set<String> names = new HashSet<>(byFile.keySet());
        names.removeAll(addOtherNames(files.stream().map(SourceFile::name).toList()));
        MovedFiles moved = MovedFiles.of(held, files, names, first);
        Map<String, KnownHashes> now = new HashMap<>(byFile);
        now.keySet().removeAll(moved.names().values());
        moved.names().forEach((name, before) -> now.put(name, Objects.requireNonNull(byFile.get(before))));
        return new KnownDocuments(contents, now, duplicates, held, moved);
    }

    /** What else is recorded of a file says more than the records of its documents. */
    private void readContents(KnownContents contents) {
        session.texts("SELECT DISTINCT sha256, file, run FROM " + SystemTables.DOCUMENTS + " WHERE sha256 IS NOT NULL AND " + elsewhere.others()).forEach(row -> {
            String name = held.names().now(row.get(2), row.get(1));
            if (name != null && held.latest(name) == null) {
                contents.add(row.get(0), name);
            }
        });
    }

    private void readDocuments() {
        boolean lasting = held.names().areLasting();
        RowBatch form = new RowBatch(SystemTables.DOCUMENTS, List.of("file", "hash_high", "hash_low", "run"),
                List.of(DataType.VARCHAR, DataType.BIGINT, DataType.BIGINT, DataType.VARCHAR));
        // Texts take their time: where no file was moved it does not matter which run has read it.
        String sql = "SELECT file, hash_high, hash_low, " + (lasting ? "NULL::VARCHAR" : "run") + " FROM " + SystemTables.DOCUMENTS + " WHERE " + elsewhere.others();
        session.scan(sql, form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                String file = (String) rows.column(0).objectAt(row);
                String name = lasting ? file : held.names().now((String) rows.column(3).objectAt(row), file);
                if (name != null) {
                    add(name, new DocumentHash(rows.column(1).longAt(row), rows.column(2).longAt(row)));
                }
            }
        });
    }

    private void add(String name, DocumentHash hash) {
        byFile.computeIfAbsent(name, _ -> new KnownHashes()).add(hash);
    }

    /** Returns what a file is called now, or null if it is none of this run's. */
    private @Nullable String name(String run, String file) {
        return elsewhere.had(run, file) ? null : held.names().now(run, file);
    }

    /** Adds what is known of files under the names that they had with other sources, and returns those names. */
    private Set<String> addOtherNames(List<String> names) {
        List<Plan> plans = runs.stream().map(RecordedRun::plan).toList();
        if (byFile.isEmpty() || !Aliases.arePossible(plans, plan)) {
            return Set.of();
        }
        String records = "SELECT DISTINCT run, file FROM " + SystemTables.DOCUMENTS + " UNION SELECT DISTINCT run, file FROM " + SystemTables.PARTS;
        List<Aliases.Seen> seen = session.texts(records).stream()
                .flatMap(row -> java.util.stream.Stream.ofNullable(name(row.get(0), row.get(1))).map(name -> new Aliases.Seen(name, row.get(0))))
                .toList();
        Set<String> old = new HashSet<>();
        Aliases.of(seen, plans, names, plan).forEach((name, others) -> others.stream()
                .filter(other -> !other.equals(name) && byFile.containsKey(other))
                .forEach(other -> {
                    old.add(other);
                    byFile.computeIfAbsent(name, _ -> new KnownHashes()).addAll(Objects.requireNonNull(byFile.get(other)));
                }));
        return old;
    }
}
