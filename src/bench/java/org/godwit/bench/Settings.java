package org.godwit.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param files how many files each folder has, ascending; growth is measured from the first to the last
 * @param ndjsonBytes about how large the NDJSON file is
 * @param rounds how often each process is measured
 * @param parts what is measured; the page is written only if that is everything
 */
record Settings(boolean full, List<Integer> files, long ndjsonBytes, int rounds, Set<Part> parts) {
    enum Part {
        START,
        WINDOW,
        SCREENS,
        FILES,
        NDJSON,
        ROADS,
        SERVERS,
        MEMORY
    }

    static final String USAGE = """
            usage: mvn -q -Pbench -DskipTests verify -Dbench.args="[--full] [--rounds N] [--only PART]"
              (nothing)     10,000 files, 200 MB of NDJSON, tables of 1,000,000 rows, 3 rounds; writes docs/benchmarks.md
              --full        also 100,000 files, 1 GB of NDJSON, and tables of 5,000,000 rows
              --rounds N    measure each process N times; the medians count
              --only PART   measure this part only (may be given again): start, window, screens, files, ndjson, roads, servers or memory;
                            prints, writes no page""";

    Settings {
        files = List.copyOf(files);
        parts = Set.copyOf(parts);
    }

    static Settings parse(String... args) throws BenchFailure {
        boolean full = false;
        int rounds = 3;
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--full" -> full = true;
                case "--rounds" -> rounds = count(next(args, ++i));
                case "--only" -> parts.add(part(next(args, ++i)));
                default -> throw new BenchFailure(args[i] + " is not known.\n" + USAGE);
            }
        }
        return new Settings(full, full ? List.of(10_000, 100_000) : List.of(10_000), full ? 1_000_000_000L : 200_000_000L,
                rounds, parts.isEmpty() ? EnumSet.allOf(Part.class) : parts);
    }

    long tableRows() {
        return full ? 5_000_000 : 1_000_000;
    }

    boolean measuresAll() {
        return parts.size() == Part.values().length;
    }

    private static String next(String[] args, int index) throws BenchFailure {
        if (index == args.length) {
            throw new BenchFailure(args[index - 1] + " needs a value.\n" + USAGE);
        }
        return args[index];
    }

    private static int count(String text) throws BenchFailure {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new BenchFailure("--rounds must be a number from 1 to 999, not " + text + ".\n" + USAGE);
        }
        return Integer.parseInt(text);
    }

    private static Part part(String text) throws BenchFailure {
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(text)) {
                return part;
            }
        }
        throw new BenchFailure("--only knows start, window, screens, files, ndjson, roads, servers and memory, not " + text + ".\n" + USAGE);
    }
}
