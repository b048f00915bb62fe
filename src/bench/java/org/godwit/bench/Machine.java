package org.godwit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** On what was measured, and when. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private final double loadAtStart = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    /** Lines of Markdown. */
    List<String> describe(Processes processes, Places places, String python) throws BenchFailure, IOException, InterruptedException, SQLException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        String options = System.getenv().getOrDefault("GODWIT_JAVA_OPTS", "");
        return List.of(
                "- Measured on " + LocalDate.now(ZoneId.systemDefault()) + ", commit " + commit(processes) + ".",
                String.format(Locale.ROOT, "- %d processors%s, %.0f GiB of memory, %s %s. Load average when it started: %.1f%s.",
                        system.getAvailableProcessors(), model(), system.getTotalMemorySize() / (double) (1L << 30), System.getProperty("os.name"),
                        System.getProperty("os.arch"), loadAtStart, loadAtStart > 1 ? " (**others were working: the numbers are too high**)" : ""),
                "- " + processes.output(List.of(places.godwit(), "--version")).lines().findFirst().orElse("godwit") + ", Java "
                        + Runtime.version() + ", DuckDB " + duckDb() + "; peer: " + processes.output(List.of(python, "--version"))
                        + ", its json and sqlite3." + (options.isEmpty() ? "" : " GODWIT_JAVA_OPTS: `" + options + "`."));
    }

    /** The last one that changed what is measured, and whether it was changed since. */
    private static String commit(Processes processes) throws BenchFailure, IOException, InterruptedException {
        List<String> measured = List.of("--", "src/main", "resources", "pom.xml", "godwit");
        String last = processes.output(Stream.concat(Stream.of("git", "log", "-1", "--format=%h"), measured.stream()).toList());
        String changed = processes.output(Stream.concat(Stream.of("git", "status", "--porcelain"), measured.stream()).toList());
        return last + (changed.isEmpty() ? "" : " with changes that are not committed");
    }

    private static String model() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")").orElse("");
        }
    }

    private static String duckDb() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version()")) {
            row.next();
            return row.getString(1);
        }
    }
}
