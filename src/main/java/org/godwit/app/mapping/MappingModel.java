package org.godwit.app.mapping;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.app.fx.Kit;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.PlanChecker;
import org.godwit.model.Finding;
import org.godwit.model.Inspection;
import org.godwit.model.Options;
import org.godwit.model.Plan;

/** The plan while it is being shaped. Only for the FX thread. */
public final class MappingModel {
    private static final Plan NOTHING = new Plan(Plan.VERSION, "", "", List.of(), null, List.of(), List.of(), List.of(), Options.DEFAULT);

    private final Workbench workbench;
    private final Kit kit;
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Inspection> inspection =
            new ReadOnlyObjectWrapper<>(new Inspection(List.of(), List.of(), org.godwit.model.LeafCounts.NONE, List.of(), 0));
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private List<Finding> findings = List.of();
    private Path base = Path.of("");

    public MappingModel(Workbench workbench, Kit kit) {
        this.workbench = workbench;
        this.kit = kit;
    }

    /**
     * Starts to shape a plan; what was shaped before is forgotten.
     *
     * @param start where relative paths of the plan start
     * @param seen what is in its sources
     * @param said findings of the proposal
     */
    public void open(Plan opened, Path start, Inspection seen, List<Finding> said) {
        base = start;
        findings = List.copyOf(said);
        inspection.set(seen);
        set(opened);
        selection.set(opened.tables().isEmpty() ? Selection.NONE : new Selection(opened.tables().getFirst().name(), ""));
    }

    private void set(Plan next) {
        valid.set(PlanChecker.check(next).isEmpty());
        plan.set(next);
    }

    /** The plan as it is now. */
    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Whether the plan can be run as it is. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    List<Finding> findings() {
        return findings;
    }

    Path base() {
        return base;
    }

    Workbench workbench() {
        return workbench;
    }

    Kit kit() {
        return kit;
    }
}
