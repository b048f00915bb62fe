package org.godwit.connector.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;

/**
 * Another process: locks of SQLite are between processes, and two copies of it within one do not see each other's.
 * Closing kills it.
 */
final class OtherProgram implements AutoCloseable {
    private static final int MANY = 20_000;

    private final Process process;
    private final BufferedReader out;

    private OtherProgram(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Carries out statements on a database and then waits, holding what it has. */
    static OtherProgram holding(Path file, String... statements) throws IOException {
        return start("hold", file, statements);
    }

    /** Carries out statements again and again; each list of them is one transaction. */
    static OtherProgram repeating(Path file, String... statements) throws IOException {
        return start("repeat", file, statements);
    }

    /** Writes a target without committing it, and then waits. */
    static OtherProgram loading(Path file, Road road) throws IOException {
        return start("load", file, road.name());
    }

    private static OtherProgram start(String job, Path file, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"), OtherProgram.class.getName(), job, file.toString()));
        command.addAll(List.of(arguments));
        OtherProgram program = new OtherProgram(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        if (!"ready".equals(program.out.readLine())) {
            program.close();
            throw new IOException("the other program did not start");
        }
        return program;
    }

    /** Waits until a program that repeats has done so once more. */
    void awaitOnce() throws IOException {
        while (out.ready()) {
            out.readLine();
        }
        out.readLine();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        String[] rest = java.util.Arrays.copyOfRange(args, 2, args.length);
        switch (args[0]) {
            case "hold" -> {
                try (Connection connection = Sqlite.connect(file)) {
                    Sqlite.run(connection, rest);
                    say("ready");
                    waitForever();
                }
            }
            case "repeat" -> repeat(file, rest);
            case "load" -> load(file, Road.valueOf(rest[0]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void repeat(Path file, String... statements) throws SQLException {
        try (Connection connection = Sqlite.connect(file)) {
            Sqlite.run(connection, "PRAGMA busy_timeout = 20000", "PRAGMA synchronous = OFF");
            say("ready");
            while (true) {
                Sqlite.run(connection, "BEGIN IMMEDIATE");
                Sqlite.run(connection, statements);
                Sqlite.run(connection, "COMMIT");
                say("once");
            }
        }
    }

    private static void load(Path file, Road road) throws IOException {
        TargetTable table = TargetTable.plain("loaded", List.of("n", "text"), List.of(DataType.BIGINT, DataType.VARCHAR));
        try (TargetSession session = new SqliteTarget(road).open(new Place.Files(file), new TaskContext())) {
            session.create(table);
            session.write(table, sink -> {
                RowBatch batch = table.batch();
                for (int i = 0; i < MANY; i++) {
                    batch.column(0).addLong(i);
                    batch.column(1).addObject("x".repeat(400));
                }
                sink.accept(batch);
            });
            say("ready");
            waitForever();
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static void waitForever() throws IOException {
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
