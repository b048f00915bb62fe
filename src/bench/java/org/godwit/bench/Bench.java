package org.godwit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Runs the benchmarks and writes {@code docs/benchmarks.md}; {@link Settings#USAGE} says how it is asked. */
public final class Bench {
    private Bench() {}

    /** Ends with code 0, or with 1 and a word on what is missing or which process failed. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        try {
            run(Settings.parse(args));
        } catch (BenchFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings) throws BenchFailure, IOException, InterruptedException, SQLException {
        Machine machine = new Machine();
        Places places = Places.find();
        Processes processes = Processes.in(places.project(), places.scratch());
        String python = python(processes);
        Measurements measurements = new Measurements(places, processes, python, settings.rounds());
        measurements.warmUp();
        if (settings.parts().contains(Settings.Part.START)) {
            measurements.start();
        }
        if (settings.parts().contains(Settings.Part.WINDOW)) {
            measurements.window();
        }
        if (settings.parts().contains(Settings.Part.SCREENS)) {
            measurements.screens();
        }
        if (settings.parts().contains(Settings.Part.FILES)) {
            measurements.files(settings.files());
        }
        if (settings.parts().contains(Settings.Part.NDJSON)) {
            measurements.ndjson(settings.ndjsonBytes());
        }
        if (settings.parts().contains(Settings.Part.ROADS)) {
            measurements.roads(settings.tableRows());
        }
        if (settings.parts().contains(Settings.Part.SERVERS)) {
            measurements.servers();
        }
        if (settings.parts().contains(Settings.Part.MEMORY)) {
            measurements.memory();
        }
        String page = Page.of(settings, processes.measuresAll(), machine.describe(processes, places, python),
                measurements.goals(), measurements.series());
        System.out.println(page);
        if (settings.measuresAll()) {
            Path file = places.project().resolve("docs/benchmarks.md");
            Files.writeString(file, page, StandardCharsets.UTF_8);
            System.out.println("written: " + file);
        }
    }

    /** The interpreter itself: a shim of a version manager in front of it would be measured as well. */
    private static String python(Processes processes) throws BenchFailure, IOException, InterruptedException {
        try {
            return processes.output(List.of("python3", "-c", "import sys; print(sys.executable)"));
        } catch (IOException missing) {
            throw new BenchFailure("The data and the peer need python3: " + missing.getMessage());
        }
    }
}
