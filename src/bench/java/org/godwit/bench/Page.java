package org.godwit.bench;

import java.util.ArrayList;
import java.util.List;

/** The results as Markdown. */
final class Page {
    private static final String COMMAND = "mvn -q -Pbench -DskipTests verify";
    private static final String FULL = COMMAND + " -Dbench.args=\"--full\"";

    private Page() {}

    static String of(Settings settings, boolean allMeasured, List<String> machine, List<Goal> goals, List<Series> series) {
        List<String> lines = new ArrayList<>();
        lines.add("# Benchmarks");
        lines.add("");
        lines.add("Written by `" + (settings.full() ? FULL : COMMAND) + "`, after `src/bench/peers` installed what Godwit is compared with; do not edit.");
        if (!settings.full()) {
            lines.add("This was the small run. The goals are for 100,000 files and 1 GB too, which `" + FULL + "` measures.");
        }
        lines.add("");
        lines.addAll(machine);
        lines.add("- Rounds: " + settings.rounds() + "; the medians count. In each round the processes run in turn, one at a time, each a whole process: "
                + "start of the JVM or of python included, files in the page cache, no target and no earlier run.");
        lines.add("- Data: seeded, from `bench_data.py`: nested results of 2 to 5 KB; among the files some truncated, with NaN, with late keys. "
                + "Godwit counts every leaf and rejects what it cannot load; python skips the files that do not fit its two tables.");
        lines.add("- python: `bench_peer_python.py`, json and sqlite3, two tables, one transaction. DuckDB: `CREATE TABLE … AS SELECT * FROM "
                + "read_json(…)`, one process, as many threads as processors.");
        lines.add("- Servers: PostgreSQL and MariaDB of the tests, started for the benchmark on 127.0.0.1 in processes of their own with 512 MB and 1 GB "
                + "of buffers. On their roads the measured processes are clients: the CPU time and the memory of the server are not in the figures, "
                + "though it works on the same processors, so the clock counts. Each load goes to a new database.");
        lines.add("- Peers of the roads: pgloader, sqlite-utils and sqlite3 with what they do by default; "
                + "the CSV files between two programs are part of the time. sqlite-utils keeps lists and objects as text in one table, Godwit makes child tables of them.");
        lines.add("- Bounds: a part of the work that nobody can leave out, done alone by the engine, with what it needs lying ready. "
                + "They say how much of a goal is left for all the rest.");
        lines.add("- Verification: what a `run` takes more than one with `--no-verify`, which neither reads back nor rebuilds anything. "
                + "`verify` is the command that does so later, from the target alone; its whole process is listed.");
        lines.add("- Start of the window: a whole process, until the third frame after the window is shown. The empty window has the same start-up cache and "
                + "class path as Godwit's; that with a cache of its own loads nothing but JavaFX.");
        lines.add("- In the window: without a display, drawn by the processor, in a process that has no start-up cache; what stands beside the number "
                + "says how often it was measured. The mapping page and its letters: how long the FX thread is busy with the change and the pulse that "
                + "shows it. Values without a limit stand there for comparison.");
        lines.add("- Memory of many rows: `GODWIT_JAVA_OPTS=-Xmx512m` and `--memory 1GB`, once; at most what the heap, 1 GB for DuckDB and 256 MiB for the JVM itself come to.");
        if (!allMeasured) {
            lines.add("- CPU time and memory were **not measured**: GNU time is missing (Debian, Ubuntu: `apt-get install time`).");
        }
        lines.addAll(List.of("", "## Goals", "", "| work | Godwit | compared with | reached | by CPU time | at most | met |",
                "|---|---|---|---|---|---|---|"));
        goals.forEach(goal -> lines.add(goal.markdown()));
        lines.addAll(List.of("", "## Processes", "",
                "| process | wall: median | fastest | slowest | user + system | peak memory |", "|---|---|---|---|---|---|"));
        series.forEach(each -> lines.add(line(each)));
        lines.add("");
        return String.join("\n", lines);
    }

    private static String line(Series series) {
        return "| " + String.join(" | ", series.name(), Goal.seconds(series.seconds()), Goal.seconds(series.fastest()),
                Goal.seconds(series.slowest()), measured(series.cpuSeconds(), " s"), measured(series.peakMib(), " MiB")) + " |";
    }

    private static String measured(double value, String unit) {
        return Double.isNaN(value) ? "not measured" : Goal.number(value) + unit;
    }
}
