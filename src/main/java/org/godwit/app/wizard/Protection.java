package org.godwit.app.wizard;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Text;
import org.godwit.engine.plan.ProfileChoice;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.task.Outcome;

/** Whether a profile protects the target, and whether the person agreed that it is written. Only for the FX thread. */
final class Protection {
    private final ReadOnlyStringWrapper guardian = new ReadOnlyStringWrapper("");
    private final BooleanProperty agreed = new SimpleBooleanProperty();
    private long request;

    /** The profile that protects the target; empty if none does. */
    ReadOnlyStringProperty guardianProperty() {
        return guardian.getReadOnlyProperty();
    }

    /** What the person said of the target that was looked at last. */
    BooleanProperty agreedProperty() {
        return agreed;
    }

    /** Why the target may not be written yet; empty if it may. */
    ObservableValue<String> blocked() {
        return Bindings.createStringBinding(
                () -> guardian.get().isEmpty() || agreed.get() ? "" : Text.of("app.review.protected.blocked", guardian.get()), guardian, agreed);
    }

    /** Looks whether the target of a plan is protected; what was said of another one counts no more. */
    void look(FoundModel found, Plan plan, FxTasks tasks) {
        request++;
        long mine = request;
        agreed.set(false);
        Plan whole = found.into(plan);
        tasks.ask(Text.of("app.target.looking"), context -> ProfileChoice.ofProcess().guardian(whole, found.base())).then(outcome -> {
            if (mine == request) {
                guardian.set(outcome instanceof Outcome.Succeeded<Optional<String>>(Optional<String> name) ? name.orElse("") : "");
            }
        });
    }

    /**
     * Throws TARGET_PROTECTED if a target is protected and nobody agreed: the last word, on the thread that writes.
     *
     * @param consent whether the person agreed
     */
    static void require(boolean consent, Plan plan, FoundModel found) {
        Plan.Target target = plan.target();
        if (consent || target == null) {
            return;
        }
        ProfileChoice.ofProcess().guardian(plan, found.base()).ifPresent(name -> {
            throw new GodwitException(ErrorCode.TARGET_PROTECTED, target.path(), name);
        });
    }
}
