package org.godwit.app.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.app.fx.Units;
import org.godwit.app.result.Commands;
import org.godwit.app.result.ResultModel;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.PlanPlaces;
import org.godwit.model.Plan;

/**
 * Writes the plan of a run for people: where they want it, or into the workspace for a command that refers to it.
 *
 * @param named the plan with the names of its places, as people keep it
 * @param command what does the same without a plan file, if there is such a command
 */
record PlanKeeper(Workbench workbench, WizardLinks links, Plan plan, Plan named, Path base, Optional<String> command) {
    ResultModel.Origin origin(List<String> places) {
        Optional<Plan.Target> target = Optional.ofNullable(PlanPlaces.absolute(plan, base).target());
        return new ResultModel.Origin(plan.name(), places, this::write, this::commandLine, target, Units.of(plan), links.ways());
    }

    private void write(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        workbench.writePlan(folder == null ? named : PlanPlaces.moved(named, base, folder), file);
        links.used().accept(file);
    }

    private String commandLine(String run) {
        return command.orElseGet(() -> Commands.ofPlan(workbench, PlanPlaces.absolute(plan, base), links.plans(), run));
    }
}
