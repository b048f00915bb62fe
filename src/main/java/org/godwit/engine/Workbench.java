package org.godwit.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.model.Choices;
import org.godwit.model.ColumnFidelity;
import org.godwit.model.CsvOptions;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Reject;
import org.godwit.model.Reread;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.model.TableInfo;
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
    default Inspection inspect(List<String> locations, TaskContext context) {
        return inspect(locations, CsvOptions.AS_FOUND, context);
    }

    /**
     * Reads everything at these locations as a person says that it is read.
     *
     * @param csv for those of separated values
     */
    Inspection inspect(List<String> locations, CsvOptions csv, TaskContext context);

    /**
     * Makes a plan. With a recipe the data is read again, this time with the recipe's rules in hand. Relative paths in
     * the plan start at the current folder.
     *
     * @param recipe a recipe's name or file; without one everything is proposed from the profile
     */
    Proposal propose(Inspection inspection, String target, Optional<String> recipe);

    /** Inspects and proposes; with a recipe in one pass over the data, where {@link #propose} alone needs a second one. */
    default Proposal inspectAndPropose(List<String> locations, String target, Optional<String> recipe, TaskContext context) {
        return inspectAndPropose(locations, target, recipe, CsvOptions.AS_FOUND, context);
    }

    /** Inspects and proposes likewise; files of separated values are read as a person says. */
    default Proposal inspectAndPropose(List<String> locations, String target, Optional<String> recipe, CsvOptions csv, TaskContext context) {
        return propose(inspect(locations, csv, context), target, recipe);
    }

    /**
     * Inspects with what a person decided otherwise, and proposes, in one pass over the data.
     *
     * @param recipe a recipe's name or file; without one everything is proposed from the profile
     */
    default Draft draft(List<String> locations, String target, Optional<String> recipe, Choices choices, TaskContext context) {
        Inspection inspection = inspect(locations, choices.csv(), context);
        Proposal proposal = propose(inspection, target, recipe);
        return new Draft(inspection, proposal.plan(), proposal.findings());
    }

    /**
     * Reads the sources of a plan: its datasets are those of the plan; documents that it does not know get datasets of
     * their own.
     *
     * @param base the folder where relative paths of the plan start
     */
    default Inspection inspect(Plan plan, Path base, TaskContext context) {
        return inspect(plan.sources().stream().map(source -> base.resolve(source.path()).normalize().toString()).toList(), context);
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
     * Reads one document or row again, as its source has it now.
     *
     * @param base the folder where relative paths of the plan start
     * @param file its name in lineage, with {@code #} before a table
     * @param position in its file or table, from 0
     * @return empty if it is not there
     */
    default Optional<Reread> document(Plan plan, Path base, String file, long position, TaskContext context) {
        return Optional.empty();
    }

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

    /**
     * Compares a database file or a folder of tables with what the runs that it tells of loaded, without changing anything.
     *
     * @throws org.godwit.model.GodwitException NO_RUNS_RECORDED if it tells of none; what opening it throws
     */
    VerificationResult verifyDatabase(Path database, TaskContext context);

    /** Runs newest first. */
    List<RunSummary> runs(int limit);

    Optional<RunResult> run(String id);

    List<Reject> rejects(String run);

    /** Returns the plan that a run had; empty if there is no such run. */
    default Optional<PastPlan> planOf(String run) {
        return Optional.empty();
    }

    /** Returns the lines of a run's log, each with its time; empty if there is none. */
    default List<String> log(String run) {
        return List.of();
    }

    /** Returns the tables of a database with their rows, without Godwit's own; empty if it does not exist. */
    default List<RunResult.TableRows> tables(Path database) {
        return List.of();
    }

    /**
     * Returns the tables of a place as its catalogue has them, without reading their rows; none if it holds no tables.
     *
     * @param location a file, a folder, or a server's address without password
     */
    default List<TableInfo> tables(String location, TaskContext context) {
        return List.of();
    }

    /** Returns the columns of a plan whose types the target does not have; needs no target and reads nothing. */
    default List<ColumnFidelity> fidelity(Plan plan) {
        return List.of();
    }

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

    /**
     * What is in some places, and a plan made from it.
     *
     * @param inspection its datasets are those of the plan
     * @param findings doubtful verdicts and other things to look at
     */
    record Draft(Inspection inspection, Plan plan, List<Finding> findings) {
        public Draft {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A plan that was carried out.
     *
     * @param base the folder where its relative paths start
     */
    record PastPlan(Plan plan, Path base) {}
}
