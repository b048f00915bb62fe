package org.godwit.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;

/**
 * Everything a person can do with data, for window and command line alike. Calls block; they belong on a background
 * thread. Thread-safe; two runs into one target exclude each other.
 *
 * <p>All methods throw {@link org.godwit.model.GodwitException} for what people can act on, and
 * {@link org.godwit.task.TaskCancelledException} once the context was cancelled.
 */
public interface Workbench {
    /** Reads everything at these locations (files, folders, globs): every byte, no sample. */
    Inspection inspect(List<String> locations, TaskContext context);

    /**
     * Makes a plan. With a recipe the data is read again, this time with the recipe's rules in hand. Relative paths in
     * the plan start at the current folder.
     *
     * @param recipe a recipe's name or file; without one everything is proposed from the profile
     */
    Proposal propose(Inspection inspection, String target, Optional<String> recipe);

    /** Inspects and proposes; with a recipe in one pass over the data, where {@link #propose} alone needs a second one. */
    default Proposal inspectAndPropose(List<String> locations, String target, Optional<String> recipe, TaskContext context) {
        return propose(inspect(locations, context), target, recipe);
    }

    /** Reads a plan and checks it; relative paths in it start at its folder. */
    Plan readPlan(Path file);

    /** Writes a plan; writing an unchanged plan changes no byte of the file. */
    void writePlan(Plan plan, Path file);

    /** Returns the plan as text. */
    String planText(Plan plan);

    /** Makes sample rows of one table, or of all if the name is empty, with the real engine. */
    List<Preview> preview(Plan plan, Path base, Optional<String> table, int rows, TaskContext context);

    /**
     * Carries a plan out into a database that is thrown away. The target is not touched, and there is no run.
     *
     * @param base the folder where relative paths of the plan start
     * @param whole whether to read everything, and not only the first part of the sources
     */
    Trial tryOut(Plan plan, Path base, boolean whole, TaskContext context);

    /**
     * Makes rows of one table with the real engine, beside what they are made of: what does not fit, the longest and the
     * deepest row first, then the first ones.
     *
     * @param base the folder where relative paths of the plan start
     * @param rows how many first rows
     */
    List<Sample> samples(Plan plan, Path base, String table, int rows, TaskContext context);

    /**
     * Carries out a plan.
     *
     * @param base the folder where relative paths of the plan start
     */
    RunResult run(Plan plan, Path base, RunOptions options, TaskContext context);

    /** Compares a target with what its runs loaded, without changing anything. */
    VerificationResult verify(Plan plan, Path base, TaskContext context);

    /**
     * Compares the target of a run with what its runs loaded, by the plan that the run had.
     *
     * @throws org.godwit.model.GodwitException RUN_UNKNOWN if there is no such run
     */
    VerificationResult verify(String run, TaskContext context);

    /** Runs newest first. */
    List<RunSummary> runs(int limit);

    Optional<RunResult> run(String id);

    List<Reject> rejects(String run);

    /** The names of the recipes that are shipped. */
    List<String> recipes();

    /**
     * A plan and what there is to say about it.
     *
     * @param findings doubtful verdicts and other things to look at
     */
    record Proposal(Plan plan, List<Finding> findings) {
        public Proposal {
            findings = List.copyOf(findings);
        }
    }
}
