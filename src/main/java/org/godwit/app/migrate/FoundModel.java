package org.godwit.app.migrate;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Text;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.Problem;

/** What was found, and the two things to decide: by which recipe, and into which file. */
final class FoundModel {
    private final Discovery discovery;
    private final TargetModel target;
    private final Optional<String> suggestion;
    private final ObjectProperty<Optional<String>> recipe;

    FoundModel(Discovery discovery, FxTasks tasks) {
        this.discovery = discovery;
        this.target = new TargetModel(tasks);
        List<String> files = discovery.inspection().files().stream().map(file -> file.path()).toList();
        this.suggestion = Places.suggest(discovery.recipes(), discovery.places(), files);
        this.recipe = new SimpleObjectProperty<>(suggestion);
        target.textProperty().set(discovery.target().toString());
    }

    Discovery discovery() {
        return discovery;
    }

    Inspection inspection() {
        return discovery.inspection();
    }

    List<Problem> problems() {
        return inspection().problems();
    }

    List<DatasetProfile> datasets() {
        return inspection().datasets();
    }

    TargetModel target() {
        return target;
    }

    /** The recipe that suits by its name, if there is one. */
    Optional<String> suggestion() {
        return suggestion;
    }

    /** The chosen recipe; empty lets Godwit propose the tables. */
    ObjectProperty<Optional<String>> recipeProperty() {
        return recipe;
    }

    /** Whether there is something to migrate and a place for it. */
    BooleanBinding readyBinding() {
        return Bindings.createBooleanBinding(
                () -> inspection().documents() > 0 && target.stateProperty().get().usable(), target.stateProperty());
    }

    /** What the button says: what will happen, with figures. */
    StringBinding verbBinding() {
        return Bindings.createStringBinding(
                () -> Text.of("app.found.migrate", inspection().documents(), TargetModel.name(target.textProperty().get())),
                target.textProperty());
    }
}
