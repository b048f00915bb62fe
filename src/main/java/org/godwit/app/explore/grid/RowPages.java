package org.godwit.app.explore.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a source, kept once they are read. A page that is asked for and not there is read in the background; when
 * many are asked for, as in fast scrolling, the newest comes first and old wishes are dropped. Only for the FX thread.
 */
final class RowPages {
    static final int PAGE_ROWS = 100;
    private static final int MOST_PAGES = 200;
    private static final int AT_ONCE = 2;
    private static final int MOST_WISHES = 4;

    private final RowSource source;
    private final Kit kit;
    private final Runnable arrived;
    private final Consumer<GodwitException> failed;
    private final Map<Long, List<List<@Nullable String>>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Long> wishes = new ArrayDeque<>();
    private final Set<Long> reading = new HashSet<>();
    /** Read by workers, too. */
    private volatile boolean closed;

    /**
     * @param arrived called after each page
     * @param failed called when a page cannot be read; it is not asked for again
     */
    RowPages(RowSource source, Kit kit, Runnable arrived, Consumer<GodwitException> failed) {
        this.source = source;
        this.kit = kit;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Returns a row, or null while it is being read. */
    @Nullable List<@Nullable String> row(long row) {
        long page = row / PAGE_ROWS;
        List<List<@Nullable String>> read = pages.get(page);
        if (read == null) {
            want(page);
            read = pages.get(page);
        }
        int at = (int) (row % PAGE_ROWS);
        return read == null || at >= read.size() ? null : read.get(at);
    }

    /** Returns whether a row is there, without asking for it. */
    boolean has(long row) {
        return pages.containsKey(row / PAGE_ROWS);
    }

    private void want(long page) {
        if (closed || reading.contains(page)) {
            return;
        }
        wishes.remove(page);
        wishes.addFirst(page);
        while (wishes.size() > MOST_WISHES) {
            wishes.removeLast();
        }
        readNext();
    }

    private void readNext() {
        while (reading.size() < AT_ONCE && !wishes.isEmpty()) {
            long page = wishes.removeFirst();
            reading.add(page);
            kit.tasks()
                    .ask(Text.of("app.grid.reading"), context -> source.page(page * PAGE_ROWS, PAGE_ROWS, () -> closed || context.isCancelled()))
                    .then(outcome -> read(page, outcome));
        }
    }

    private void read(long page, Outcome<List<List<@Nullable String>>> outcome) {
        reading.remove(page);
        if (closed) {
            return;
        }
        switch (outcome) {
            case Outcome.Succeeded<List<List<String>>>(var rows) -> keep(page, rows);
            case Outcome.Failed<?>(var error) -> {
                keep(page, List.of());
                failed.accept(error);
            }
            case Outcome.Cancelled<?>() -> {}
        }
        arrived.run();
        readNext();
    }

    private void keep(long page, List<List<@Nullable String>> rows) {
        pages.put(page, rows);
        while (pages.size() > MOST_PAGES) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    /** Stops reading and closes the source, in the background. */
    void close() {
        closed = true;
        wishes.clear();
        kit.tasks().ask(Text.of("app.grid.reading"), context -> {
            source.close();
            return true;
        });
    }
}
