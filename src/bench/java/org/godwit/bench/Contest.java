package org.godwit.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Processes that are measured in turn, A B A B, so that a slow minute of the machine hits all of them. The order is
 * that of {@link #add}: what needs the result of another comes after it.
 */
final class Contest {
    private final Processes processes;
    private final List<Entry> entries = new ArrayList<>();

    Contest(Processes processes) {
        this.processes = processes;
    }

    /** Something that must be so before a process starts, such as no target from the round before. */
    @FunctionalInterface
    interface Before {
        void prepare() throws BenchFailure, IOException, InterruptedException;
    }

    private record Entry(Series series, Before before, List<String> command, Set<Integer> codes) {}

    /** Adds a process that must end with code 0. */
    Series add(String name, Before before, List<String> command) {
        return add(name, before, command, Processes.CLEAN);
    }

    /** @param codes with which it may end */
    Series add(String name, Before before, List<String> command, Set<Integer> codes) {
        Series series = new Series(name);
        entries.add(new Entry(series, before, List.copyOf(command), codes));
        return series;
    }

    void run(int rounds) throws BenchFailure, IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (Entry entry : entries) {
                entry.before().prepare();
                Sample sample = processes.measure(entry.command(), entry.codes());
                entry.series().add(sample);
                System.out.printf("%d/%d  %-60s %8.2f s  cpu %8.2f s  peak %6.0f MiB%n", round, rounds,
                        entry.series().name(), sample.seconds(), sample.cpuSeconds(), sample.peakMib());
            }
        }
    }

    List<Series> series() {
        return entries.stream().map(Entry::series).toList();
    }
}
