package org.godwit.app.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.engine.Workbench;
import org.godwit.engine.text.ShellWords;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/** Command lines that do what the window does, quoted so that a shell takes them as they are. */
public final class Commands {
    private Commands() {}

    /**
     * Returns the command that plans and runs in one go.
     *
     * @param csv how files of separated values are read
     */
    public static String migrate(List<String> locations, String target, Optional<String> recipe, CsvOptions csv) {
        String places = locations.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
        String how = recipe.map(name -> " --recipe " + ShellWords.quote(name)).orElse("");
        String delimiter = csv.delimiter() == null ? "" : " --delimiter " + ShellWords.quote(csv.delimiterText());
        String header = csv.header() == null ? "" : csv.header() ? " --header" : " --no-header";
        return "godwit migrate " + places + " --to " + ShellWords.quote(target) + how + delimiter + header;
    }

    /** Returns the words that say where named places are. */
    public static String profile(String name, Path file) {
        return " --profile " + ShellWords.quote(name) + " --profiles " + ShellWords.quote(file.toString());
    }

    /** Returns the command that carries out a plan file. */
    public static String run(Path plan) {
        return "godwit run " + ShellWords.quote(plan.toString());
    }

    /**
     * Writes a plan into a folder and returns the command that carries it out. Blocks.
     *
     * @param plan with absolute paths
     * @param name of the file, without its ending
     */
    public static String ofPlan(Workbench workbench, Plan plan, Path folder, String name) {
        Path file = folder.resolve(name + ".plan.json");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.WORKSPACE_UNUSABLE, folder, String.valueOf(e.getMessage()));
        }
        workbench.writePlan(plan, file);
        return run(file);
    }
}
