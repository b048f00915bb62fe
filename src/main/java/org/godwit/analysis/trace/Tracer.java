package org.godwit.analysis.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.godwit.analysis.explore.PrettyJson;
import org.godwit.duck.Leases;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.NameGlob;
import org.godwit.model.Plan;
import org.godwit.model.Reread;
import org.godwit.model.TableSpec;
import org.godwit.task.ContentHash;
import org.godwit.task.TaskContext;

/** Finds where cells are from. Thread-safe; calls block, as long as it takes to read the source file once. */
public final class Tracer {
    private final Leases leases;
    private final Function<String, Optional<Path>> bases;
    private final Rows rows;

    /**
     * @param bases the folder where relative paths of a run's plan start, by the run's id, if it is known
     * @param rows reads rows of tables again
     */
    public Tracer(Leases leases, Function<String, Optional<Path>> bases, Rows rows) {
        this.leases = leases;
        this.bases = bases;
        this.rows = rows;
    }

    /** Reads a row of a table again, as it is now. Blocks; thread-safe. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Returns a row, if it is there.
         *
         * @param file the table's name in lineage
         * @param position of the row in its table, from 0
         * @throws GodwitException if the source cannot be read
         */
        Optional<Reread> read(Plan plan, Path base, String file, long position, TaskContext context);
    }

    /**
     * Finds where a cell is from.
     *
     * @throws GodwitException TRACE_IMPOSSIBLE if the database does not say; TARGET_LOCKED or TARGET_UNREADABLE
     */
    public Trace trace(Place place, TaskContext context) {
        Lineage lineage = new Lineage(leases.of(place.database()), context);
        Lineage.Document placed = lineage.document(place.doc());
        Lineage.Run placedBy = lineage.run(placed.run());
        Lineage.Made made = lineage.made(place, table(placedBy, place));
        Lineage.Document document = made.doc() == place.doc() ? placed : lineage.document(made.doc());
        Lineage.Run run = document.run().equals(placed.run()) ? placedBy : lineage.run(document.run());
        TableSpec table = table(run, place);
        if (made.feed() < 0 || made.feed() >= table.feeds().size()) {
            throw new GodwitException(ErrorCode.TRACE_IMPOSSIBLE, place.database(), "the plan of run " + run.id() + " has no feed " + made.feed() + " for table " + table.name());
        }
        ColumnOrigin origin = ColumnOrigin.of(table, table.feeds().get(made.feed()), made.at(), place.column());
        return table(document, run).isEmpty() ? look(place, document, run, origin, context) : row(place, document, run, origin, lineage.content(made.doc()), context);
    }

    private static String table(Lineage.Document document, Lineage.Run run) {
        return run.plan().datasets().stream()
                .filter(dataset -> dataset.name().equals(document.dataset()))
                .map(dataset -> NameGlob.isPattern(dataset.table()) ? table(document.file(), run.plan(), dataset.table()) : dataset.table())
                .findFirst()
                .orElse("");
    }

    /** Returns the one of many tables that are called alike which the name of a document's file ends in. */
    private static String table(String file, Plan plan, String called) {
        NameGlob names = NameGlob.of(called);
        return plan.sources().stream()
                .map(source -> plan.prefix(source) + Path.of(source.path()).toAbsolutePath().normalize().getFileName() + "#")
                .filter(before -> file.startsWith(before) && names.matches(file.substring(before.length())))
                .map(before -> file.substring(before.length()))
                .findFirst()
                .orElse(called);
    }

    /** Reads the row of a table again and shows it as JSON, a column on each line. */
    private Trace row(
            Place place, Lineage.Document document, Lineage.Run run, ColumnOrigin origin, Optional<Lineage.Content> recorded, TaskContext context) {
        List<Locator.Wish> wishes = new ArrayList<>(origin.wishes());
        wishes.add(new Locator.Wish(origin.row().tokens(), false));
        Path beside = place.database().toAbsolutePath().getParent();
        Path base = bases.apply(run.id()).orElse(beside == null ? Path.of("").toAbsolutePath() : beside);
        Trace.Run shownRun = new Trace.Run(run.id(), run.plan().name(), run.started());
        Optional<Reread> found = Optional.empty();
        try {
            found = rows.read(run.plan(), base, document.file(), document.position(), context);
        } catch (GodwitException e) {
            // Moved, locked or out of reach: the row is named all the same.
            context.checkCancelled();
        }
        Optional<Path> file = found.flatMap(Reread::file);
        String expected = recorded.map(Lineage.Content::sha256).orElse("");
        String now = recorded.isPresent() && file.isPresent() ? beginning(file.get(), recorded.get().bytes(), context) : "";
        Trace.State compared = now.isEmpty() ? Trace.State.NOW : now.equals(expected) ? Trace.State.SAME : Trace.State.CHANGED;
        Trace.Source source = new Trace.Source(
                document.file(), file.orElseGet(() -> candidates(run, document, place.database()).getFirst()), found.isEmpty() ? Trace.State.GONE : compared,
                expected, now, document.dataset(), document.position(), table(document, run));
        List<Optional<Span>> spans = wishes.stream().map(wish -> Optional.<Span>empty()).toList();
        List<Trace.Spot> spots = List.of();
        if (found.isPresent()) {
            String json = found.get().json();
            String pretty = PrettyJson.of(json);
            SourceText text = SourceText.of(pretty.isEmpty() ? json : pretty, context);
            try {
                spans = text.find(1, wishes).spans();
                spots = spots(text, wishes, spans, origin);
            } catch (IOException e) {
                throw new UncheckedIOException("text in memory", e);
            }
        }
        return new Trace(place, source, shownRun, origin.mapping(spans), spots);
    }

    /** Returns the SHA-256 of as much of a file as was read of it: rows may have been added since. Of all of it if it is shorter now. */
    private static String beginning(Path file, long bytes, TaskContext context) {
        try {
            long length = Math.min(bytes, Files.size(file));
            return ContentHash.ofBeginnings(file, new TreeSet<>(Set.of(length)), context).getOrDefault(length, "");
        } catch (IOException e) {
            return "";
        }
    }

    private static TableSpec table(Lineage.Run run, Place place) {
        return run.plan().table(place.table()).orElseThrow(() -> new GodwitException(
                ErrorCode.TRACE_IMPOSSIBLE, place.database(), "the plan of run " + run.id() + " has no table " + place.table()));
    }

    private Trace look(Place place, Lineage.Document document, Lineage.Run run, ColumnOrigin origin, TaskContext context) {
        List<Locator.Wish> wishes = new ArrayList<>(origin.wishes());
        wishes.add(new Locator.Wish(origin.row().tokens(), false));
        Trace.Run shownRun = new Trace.Run(run.id(), run.plan().name(), run.started());
        List<Path> candidates = candidates(run, document, place.database());
        Trace.Source gone = new Trace.Source(
                document.file(), candidates.getFirst(), Trace.State.GONE, document.sha256(), "", document.dataset(), document.position());
        Optional<Trace> changed = Optional.empty();
        for (Path file : candidates) {
            SourceText text = new SourceText(file, context);
            try {
                context.startPhase("verify", 0);
                SourceText.Found found = text.find(document.line(), wishes);
                Trace.State state = found.sha256().equals(document.sha256()) ? Trace.State.SAME : Trace.State.CHANGED;
                Trace.Source source = new Trace.Source(
                        document.file(), file, state, document.sha256(), found.sha256(), document.dataset(), document.position());
                Trace trace = new Trace(place, source, shownRun, origin.mapping(found.spans()), spots(text, wishes, found.spans(), origin));
                if (state == Trace.State.SAME) {
                    return trace;
                }
                changed = changed.or(() -> Optional.of(trace));
            } catch (IOException e) {
                // Not here, or not to be read: the next place may have it.
                context.checkCancelled();
            }
        }
        List<Optional<Span>> nothing = wishes.stream().map(wish -> Optional.<Span>empty()).toList();
        return changed.orElseGet(() -> new Trace(place, gone, shownRun, origin.mapping(nothing), List.of()));
    }

    private static List<Trace.Spot> spots(SourceText text, List<Locator.Wish> wishes, List<Optional<Span>> found, ColumnOrigin origin) throws IOException {
        List<Integer> shown = new ArrayList<>(origin.shown(found));
        if (shown.isEmpty()) {
            shown.add(wishes.size() - 1);
        }
        List<Trace.Spot> spots = new ArrayList<>();
        for (int i : shown) {
            if (found.get(i).isPresent()) {
                spots.add(text.spot(Pointers.text(wishes.get(i).tokens()), found.get(i).get()));
            }
        }
        return spots;
    }

    /** Returns where the file can be, the likeliest place first: where the run found it, then beside the database. */
    private List<Path> candidates(Lineage.Run run, Lineage.Document document, Path database) {
        Path beside = database.toAbsolutePath().getParent();
        Set<Path> folders = new LinkedHashSet<>();
        bases.apply(run.id()).ifPresent(folders::add);
        folders.add(beside == null ? Path.of("").toAbsolutePath() : beside);
        folders.add(Path.of("").toAbsolutePath());
        String wanted = run.plan().datasets().stream()
                .filter(dataset -> dataset.name().equals(document.dataset()))
                .map(Plan.DatasetSpec::source)
                .findFirst()
                .orElse("");
        Set<Path> found = new LinkedHashSet<>();
        for (Path folder : folders) {
            for (Plan.Source source : run.plan().sources()) {
                if (wanted.isEmpty() || wanted.equals(source.name())) {
                    found.add(SourcePlace.of(folder, source.path(), document.file()));
                }
            }
        }
        List<Path> all = new ArrayList<>(found);
        all.sort(java.util.Comparator.comparing((Path path) -> !Files.exists(path)));
        return all.isEmpty() ? List.of(Path.of(document.file())) : all;
    }
}
