package org.godwit.duck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Another process of this class path, to hold files or to be killed. Started by {@link #start}, stopped by close. */
final class ChildProcess implements AutoCloseable {
    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts a child and waits until it said that it is ready. */
    static ChildProcess start(String job, Path file) throws IOException {
        Process process = new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8",
            "-cp", System.getProperty("java.class.path"), ChildProcess.class.getName(), job, file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(out.readLine())) {
            process.destroyForcibly();
            throw new IOException("the child did not start");
        }
        return new ChildProcess(process);
    }

    long pid() {
        return process.pid();
    }

    /** Kills the child (SIGKILL) and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (args[0]) {
            case "hold" -> hold("jdbc:duckdb:" + file);
            case "shadow" -> {
                try (ShadowFile shadow = ShadowFile.open(file, new ShadowSettings("child", 0, 1, 0))) {
                    shadow.connection();
                    waitForever();
                }
            }
            case "commits" -> commits(file);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void hold(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().close();
            waitForever();
        }
    }

    private static void waitForever() throws IOException {
        System.out.println("ready");
        System.out.flush();
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    // Each run adds a thousand rows with the same number.
    private static void commits(Path file) throws SQLException {
        System.out.println("ready");
        System.out.flush();
        for (int i = 0; i < 10_000; i++) {
            try (ShadowFile shadow = ShadowFile.open(file, new ShadowSettings("run-" + i, 0, 1, 0));
                Statement statement = shadow.connection().createStatement()) {
                statement.execute("INSERT INTO t SELECT (SELECT COALESCE(max(run), 0) + 1 FROM t), i FROM range(1000) AS r(i)");
                shadow.commit();
            }
        }
    }
}
