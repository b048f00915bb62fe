package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything is. The generator and the peer are not part of this project: they lie in a folder
 * {@code shared/tools} beside it or above it.
 *
 * @param scratch for data and results, below target
 */
record Places(Path project, Path tools, Path scratch) {
    static Places find() throws BenchFailure, IOException {
        Path project = Path.of("").toAbsolutePath();
        if (!Files.isExecutable(project.resolve("godwit"))) {
            throw new BenchFailure("There is no launcher ./godwit in " + project + ": start in the folder of the project.");
        }
        for (Path above = project; above != null; above = above.getParent()) {
            Path tools = above.resolve("shared/tools");
            if (Files.isRegularFile(tools.resolve("bench_data.py")) && Files.isRegularFile(tools.resolve("bench_peer_python.py"))) {
                return new Places(project, tools, Files.createDirectories(project.resolve("target/bench")));
            }
        }
        throw new BenchFailure("The benchmarks need shared/tools/bench_data.py and shared/tools/bench_peer_python.py, "
                + "in a folder beside or above " + project + ". They are not there, so nothing was measured.");
    }

    Path generator() {
        return tools.resolve("bench_data.py");
    }

    Path peer() {
        return tools.resolve("bench_peer_python.py");
    }

    String godwit() {
        return project.resolve("godwit").toString();
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Java with the launcher's own flags, so that the garbage collector and the heap are those of the program. */
    List<String> launchersJava() {
        return List.of(java(), "--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-XX:+UseParallelGC", "-XX:-UsePerfData", "-Xlog:disable",
                "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000", "-XX:Tier0InvokeNotifyFreqLog=9", "-XX:Tier0BackedgeNotifyFreqLog=13",
                "-XX:Tier2InvokeNotifyFreqLog=17", "-XX:Tier2BackedgeNotifyFreqLog=20",
                "-Dfile.encoding=UTF-8");
    }

    /** The programs of this package and the libraries that Godwit has. */
    String classPath() {
        return project.resolve("target/test-classes") + File.pathSeparator + project.resolve("target/lib") + "/*";
    }

    /** The command of a program of this package, with the launcher's own flags. */
    List<String> program(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(launchersJava());
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command of DuckDB alone, with the driver that Godwit has and the JVM flags that matter here. */
    List<String> duckDb(Path source, Path target, int threads) {
        return List.of(java(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC", "-cp", classPath(), DuckDbLoad.class.getName(), source.toString(), target.toString(),
                Integer.toString(threads));
    }
}
