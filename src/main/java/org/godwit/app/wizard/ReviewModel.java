package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.engine.Workbench;
import org.godwit.model.FileReport;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.Options;
import org.godwit.model.OwnTables;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.task.Outcome;
import org.godwit.task.TaskContext;

/** The plan in words, before anything is written: what is made, what is added to, what is left out. Only for the FX thread. */
final class ReviewModel {
    private final WizardModel wizard;
    private final Workbench workbench;
    private final Kit kit;
    private final ReadOnlyObjectWrapper<TargetTables> there = new ReadOnlyObjectWrapper<>(new TargetTables("", List.of(), ""));
    private final Protection protection = new Protection();
    private long request;

    ReviewModel(WizardModel wizard, Workbench workbench, Kit kit) {
        this.wizard = wizard;
        this.workbench = workbench;
        this.kit = kit;
    }

    /**
     * What stands in the target already.
     *
     * @param tables without Godwit's own
     * @param trouble why it cannot be looked into, empty if it can
     */
    record TargetTables(String target, List<RunResult.TableRows> tables, String trouble) {}

    /**
     * One table of the plan.
     *
     * @param has rows it has already, -1 if it is new
     * @param from the datasets that feed it
     */
    record TablePlan(String name, int columns, ExpectedRows expected, long has, String from) {}

    ReadOnlyObjectProperty<TargetTables> thereProperty() {
        return there.getReadOnlyProperty();
    }

    /** Whether the target may be written at all. */
    Protection protection() {
        return protection;
    }

    /** Looks what stands in the target. */
    void look() {
        FoundModel found = wizard.found().orElse(null);
        if (found == null || !found.target().stateProperty().get().usable()) {
            return;
        }
        request++;
        long mine = request;
        protection.look(found, plan(), kit.tasks());
        TargetKind kind = found.target().kindProperty().get();
        TargetState state = found.target().stateProperty().get();
        String target = found.target().location();
        kit.tasks().ask(Text.of("app.target.looking"), context -> tables(kind, state, target, context)).then(outcome -> {
            if (mine == request) {
                there.set(switch (outcome) {
                    case Outcome.Succeeded<List<RunResult.TableRows>>(List<RunResult.TableRows> tables) -> new TargetTables(target, tables, "");
                    case Outcome.Failed<List<RunResult.TableRows>>(var error) ->
                        new TargetTables(target, List.of(), kit.trouble(error, "").message());
                    case Outcome.Cancelled<List<RunResult.TableRows>>() -> new TargetTables(target, List.of(), "");
                });
            }
        });
    }

    private List<RunResult.TableRows> tables(TargetKind kind, TargetState state, String target, TaskContext context) {
        return switch (kind) {
            case DUCKDB -> workbench.tables(Path.of(target));
            case SQLITE, SERVER -> state == TargetState.EXISTS || state == TargetState.SERVER ? counted(workbench.tables(target, context)) : List.of();
            case JSON, NDJSON, PARQUET, CSV, JSON_FOLDER -> List.of();
        };
    }

    private static List<RunResult.TableRows> counted(List<TableInfo> tables) {
        return tables.stream()
                .filter(table -> !OwnTables.isOwn(table.name()))
                .map(table -> new RunResult.TableRows(table.name(), 0, Math.max(0, table.rows())))
                .toList();
    }

    /** Why the migration cannot be started from the review; empty if it can. */
    ObservableValue<String> blocked() {
        return wizard.sourceProperty().flatMap(state -> state instanceof SourceState.Found(FoundModel found)
                ? found.target().stateProperty().flatMap(
                        target -> target.usable() ? protection.blocked() : Bindings.createStringBinding(() -> Text.of(target.key())))
                : Bindings.createStringBinding(() -> Text.of("app.blocked.source")));
    }

    /** What the button says: what will happen, with figures. */
    String verb() {
        return wizard.found()
                .map(found -> replaces()
                        ? units().text("app.review.replace", "app.review.replace.rows", found.inspection().documents(), replacedRows())
                        : units().text("app.review.migrate", "app.review.migrate.rows", found.inspection().documents(), tablesWithRows()))
                .orElseGet(() -> Text.of("app.review.migrate.plain"));
    }

    private long tablesWithRows() {
        return tables().stream().filter(table -> table.expected().rows() > 0).count();
    }

    /** Whether tables of the plan are there already, so that their rows may be replaced. */
    boolean canReplace() {
        return tables().stream().anyMatch(table -> table.has() >= 0);
    }

    /** What becomes of rows that tables of the plan have already; none before anything is found. */
    ObservableValue<Plan.Mode> mode() {
        return wizard.sourceProperty().flatMap(state -> state instanceof SourceState.Found(FoundModel found) ? found.target().modeProperty() : null);
    }

    /** Whether rows that are there give way to those of the run. */
    boolean replaces() {
        return wizard.found().orElseThrow().target().modeProperty().get() == Plan.Mode.REPLACE && canReplace();
    }

    /** Decides what becomes of rows that tables of the plan have already. */
    void replace(boolean wanted) {
        wizard.found().orElseThrow().target().modeProperty().set(wanted ? Plan.Mode.REPLACE : Plan.Mode.APPEND);
    }

    private long replacedRows() {
        return tables().stream().mapToLong(table -> Math.max(0, table.has())).sum();
    }

    private Units units() {
        return Units.of(plan());
    }

    Plan plan() {
        return wizard.mapping().planProperty().get();
    }

    /** The tables of the plan, those with rows first, in the plan's order. */
    List<TablePlan> tables() {
        Inspection inspection = wizard.found().orElseThrow().inspection();
        Map<String, ExpectedRows> expected = ExpectedRows.of(plan(), inspection);
        Map<String, Long> has = there.get().tables().stream().collect(Collectors.toMap(RunResult.TableRows::name, RunResult.TableRows::total, Long::sum));
        List<TablePlan> tables = new ArrayList<>();
        for (TableSpec table : plan().tables()) {
            Set<String> from = new TreeSet<>();
            table.feeds().forEach(feed -> from.add(feed.dataset()));
            ExpectedRows rows = expected.getOrDefault(table.name(), ExpectedRows.NONE);
            tables.add(new TablePlan(table.name(), table.columns().size(), rows, has.getOrDefault(table.name(), -1L), String.join(", ", from)));
        }
        return tables;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(wizard.found().orElseThrow().draftProperty().get().draft().findings());
        FoundModel found = wizard.found().orElseThrow();
        if (found.target().stateProperty().get().usable()) {
            FidelityWords words = new FidelityWords(plan(), found.inspection(), found.target().title());
            workbench.fidelity(found.into(plan())).forEach(kept -> findings.add(words.finding(kept)));
        }
        findings.sort(java.util.Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /** The plan in sentences. */
    List<String> words() {
        FoundModel found = wizard.found().orElseThrow();
        Inspection inspection = found.inspection();
        List<TablePlan> tables = tables();
        List<String> words = new ArrayList<>();
        long fresh = tables.stream().filter(table -> table.has() < 0).count();
        long extended = tables.size() - fresh;
        words.add(units().text(
                "app.review.reads", "app.review.reads.rows",
                inspection.documents(), inspection.leaves().total(), inspection.datasets().size(), found.discovery().title()));
        String changes = replaces() ? "app.review.renews" : extended == 0 ? "app.review.makes" : "app.review.extends";
        words.add(Text.of(changes, fresh, extended, found.target().name(), replacedRows()));
        words.add(wizard.mapping().coverageWords());
        words.add(units().text("app.review.rest", "app.review.rest.rows"));
        Map<FileReport.Status, Long> files = inspection.statusCounts();
        long broken = inspection.problems().size();
        if (broken > 0) {
            words.add(Text.of("app.review.rejects", broken));
        }
        long none = files.getOrDefault(FileReport.Status.EMPTY, 0L);
        if (none > 0) {
            words.add(Text.of("app.review.empty", none));
        }
        long rules = plan().tables().stream().flatMap(table -> table.feeds().stream()).filter(feed -> feed.when() != null).count();
        if (rules > 0) {
            words.add(Text.of("app.review.rules", rules));
        }
        if (units() == Units.DOCUMENTS) {
            words.add(Text.of(plan().options().duplicates() == Options.Duplicates.FIRST ? "app.review.duplicates.first" : "app.review.duplicates.keep"));
        }
        if (wizard.isEdited()) {
            words.add(Text.of("app.review.edited"));
        }
        return words;
    }

    /** What stands in the target, in a sentence. */
    String target() {
        FoundModel found = wizard.found().orElseThrow();
        TargetTables seen = there.get();
        TargetState state = found.target().stateProperty().get();
        boolean looked = state == TargetState.EXISTS || state == TargetState.SERVER;
        if (!looked || !seen.target().equals(found.target().location())) {
            return Text.of(state.key());
        }
        if (!seen.trouble().isEmpty()) {
            return seen.trouble();
        }
        long rows = seen.tables().stream().mapToLong(RunResult.TableRows::total).sum();
        if (replaces()) {
            return Text.of("app.review.target.replace", seen.tables().size(), Figures.count(rows));
        }
        String exists = units() == Units.ROWS ? "app.review.target.exists.rows" : "app.review.target.exists";
        return Text.of(state == TargetState.SERVER ? "app.review.target.server" : exists, seen.tables().size(), Figures.count(rows));
    }
}
