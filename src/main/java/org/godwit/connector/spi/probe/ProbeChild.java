package org.godwit.connector.spi.probe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.godwit.task.TaskCancelledException;

/**
 * Another process of the same runtime and class path that opens files. It answers one question after another until
 * it dies or is closed. Used by one thread.
 */
final class ProbeChild implements AutoCloseable {
    private static final int MAX_LAST_WORDS = 300;
    private static final int SIGNALS = 128;
    private static final String START_CACHE = "-XX:AOTCache=";
    private static final String SQLITE_LIBRARY = "org.sqlite.lib.path";

    private final Process process;
    private final Path folder;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    private ProbeChild(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    private static Path java() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Returns whether this runtime has what starts processes; a packaged one may lack it. */
    static boolean isPossible() {
        return Files.isExecutable(java());
    }

    static ProbeChild start() throws IOException {
        // What it leaves behind when it crashes goes with this folder.
        Path folder = Files.createTempDirectory("godwit-probe-");
        List<String> command = new ArrayList<>(List.of(
                java().toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-XX:-UsePerfData",
                "-Xlog:disable", "-XX:ErrorFile=" + folder.resolve("error.log"), "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + folder));
        command.addAll(inherited());
        command.addAll(List.of("-cp", absoluteClassPath(), ProbeMain.class.getName()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("words.log").toFile())
                .start();
        return new ProbeChild(process, folder);
    }

    // The child starts twice as fast with its parent's start-up cache, and without unpacking a library of its own.
    private static List<String> inherited() {
        List<String> inherited = new ArrayList<>();
        ProcessHandle.current().info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(START_CACHE))
                .map(argument -> START_CACHE + Path.of(argument.substring(START_CACHE.length())).toAbsolutePath())
                .forEach(inherited::add);
        String library = System.getProperty(SQLITE_LIBRARY);
        if (library != null) {
            inherited.add("-D" + SQLITE_LIBRARY + "=" + Path.of(library).toAbsolutePath());
        }
        return inherited;
    }

    // The child stands in another folder.
    private static String absoluteClassPath() {
        String separator = System.getProperty("path.separator", ":");
        return String.join(separator, Arrays.stream(System.getProperty("java.class.path", "").split(java.util.regex.Pattern.quote(separator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Has the child open and read a file.
     *
     * @return why it cannot be used, empty if it can
     */
    String ask(Path file, String type, Duration limit) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("probe").start(() -> {
            try {
                questions.writeUTF(type);
                questions.writeUTF(file.toString());
                questions.flush();
                answer.complete(answers.readUTF());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
            return "another process, which opened it on trial, was still busy with it after " + limit.toSeconds() + " seconds";
        } catch (ExecutionException e) {
            return death();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        }
    }

    private void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String death() {
        int code = process.onExit().join().exitValue();
        String how = code > SIGNALS ? "was ended by signal " + (code - SIGNALS) : "ended with code " + code;
        String words = lastWords();
        return "it is damaged: another process, which opened it on trial, " + how + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private String lastWords() {
        try {
            byte[] all = Files.readAllBytes(folder.resolve("words.log"));
            List<String> lines = new String(all, StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("WARNING") && !line.startsWith("SLF4J"))
                    .toList();
            String first = lines.isEmpty() ? "" : lines.getFirst().strip();
            return first.length() > MAX_LAST_WORDS ? first.substring(0, MAX_LAST_WORDS) + "…" : first;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try (questions; answers) {
            kill();
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException ignored) {
            // A broken pipe to a dead child; what is left of the folder is swept at the next start.
        }
    }
}
