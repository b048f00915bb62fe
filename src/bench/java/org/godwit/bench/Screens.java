package org.godwit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.godwit.app.LongRunBench;
import org.godwit.app.matrix.HeatmapBench;

/**
 * What a person waits for in the window, measured inside of it: each program in a process of its own, without a display, so
 * that nothing has to be installed for it. What is drawn is drawn by the processor then, not by a graphics card.
 */
final class Screens {
    private final Places places;
    private final RoadFiles files;
    private final Processes processes;

    Screens(Places places, Processes processes) {
        this.places = places;
        this.files = new RoadFiles(places, processes);
        this.processes = processes;
    }

    List<Figure> measure() throws BenchFailure, IOException, InterruptedException {
        Path source = files.table("sqlite", RoadFiles.MANY_ROWS);
        Path folder = files.scratch("screens");
        Data.remove(folder);
        Files.createDirectories(folder);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures(LongRunBench.class, source.toString(), folder.toString()));
        figures.addAll(figures(HeatmapBench.class, files.scratch("").toString()));
        figures.addAll(figures(MappingPage.class));
        Data.remove(folder);
        return figures;
    }

    private List<Figure> figures(Class<?> program, String... arguments) throws BenchFailure, IOException, InterruptedException {
        System.out.println(program.getSimpleName());
        Path scratch = files.scratch("");
        String classes = Stream.of("test-classes", "classes", "lib/*", "lib-app/*").map(part -> scratch.resolveSibling(part).toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(places.launchersJava());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", classes, program.getName()));
        command.addAll(List.of(arguments));
        List<Figure> figures = Figure.in(processes.output(command));
        figures.forEach(Figure::print);
        return figures;
    }
}
