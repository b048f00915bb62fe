package org.godwit.app.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.engine.Workbench;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.task.Outcome;

/** What was done lately: the databases that runs went into, and the places and plans that were read or saved. */
public final class HomeModel {
    private static final String PLACES = "recent.plans";
    private static final int MOST = 6;
    private static final int LOOKED_AT = 50;

    private final Workbench workbench;
    private final Kit kit;
    private final Settings settings;
    private final Optional<Path> sample;
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> places = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param sample the folder with sample data, if it is there
     */
    public HomeModel(Workbench workbench, Kit kit, Settings settings, Optional<Path> sample) {
        this.workbench = workbench;
        this.kit = kit;
        this.settings = settings;
        this.sample = sample;
    }

    Optional<Path> sample() {
        return sample;
    }

    /** Returns databases, then plans, each newest first. */
    public ObservableList<Recent> recent() {
        return recent;
    }

    /** Folders, files and plans that were read lately, the latest first. */
    public ObservableList<Path> places() {
        return places;
    }

    /** Why the history could not be read, if so. */
    ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Reads again what was done lately; the list changes only if it differs. */
    public void refresh() {
        kit.tasks().ask(Text.of("app.home.reading"), context -> read()).then(this::show);
    }

    /** Remembers a place that was read or a plan that was saved. On any thread. */
    public void remember(Path place) {
        synchronized (settings) {
            Set<String> known = new LinkedHashSet<>();
            known.add(place.toAbsolutePath().normalize().toString());
            known.addAll(settings.get(PLACES, "").lines().toList());
            settings.put(PLACES, String.join("\n", known.stream().limit(MOST).toList()));
        }
        kit.tasks().ask(Text.of("app.home.reading"), context -> existing()).then(this::showPlaces);
    }

    /** What was read at one moment. */
    private record Read(List<Recent> recent, List<Path> places) {}

    private Read read() {
        Map<String, RunSummary> latest = new LinkedHashMap<>();
        workbench.runs(LOOKED_AT).stream().filter(run -> isDone(run.outcome())).forEach(run -> latest.putIfAbsent(run.target(), run));
        List<Recent> read = new ArrayList<>();
        latest.values().stream().limit(MOST).map(Recent.RecentDatabase::new).forEach(read::add);
        List<Path> existing = existing();
        existing.stream().map(HomeModel::place).forEach(read::add);
        return new Read(read, existing);
    }

    private List<Path> existing() {
        String text;
        synchronized (settings) {
            text = settings.get(PLACES, "");
        }
        return text.lines().map(Path::of).filter(Files::exists).toList();
    }

    private static Recent place(Path place) {
        return place.toString().endsWith(".plan.json") ? new Recent.RecentPlan(place) : new Recent.RecentPlace(place);
    }

    private void showPlaces(Outcome<List<Path>> outcome) {
        if (outcome instanceof Outcome.Succeeded<List<Path>>(List<Path> existing) && !places.equals(existing)) {
            places.setAll(existing);
        }
    }

    private static boolean isDone(RunResult.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, SUCCEEDED_WITH_REJECTS, NOTHING_NEW -> true;
            case VERIFICATION_FAILED, FAILED, CANCELLED -> false;
        };
    }

    private void show(Outcome<Read> outcome) {
        trouble.set(Optional.empty());
        switch (outcome) {
            case Outcome.Succeeded<Read>(Read(List<Recent> read, List<Path> existing)) -> {
                if (!recent.equals(read)) {
                    recent.setAll(read);
                }
                if (!places.equals(existing)) {
                    places.setAll(existing);
                }
            }
            case Outcome.Failed<Read>(var error) -> trouble.set(Optional.of(kit.trouble(error, Text.of("app.kept.sources"))));
            case Outcome.Cancelled<Read> cancelled -> recent.clear();
        }
    }
}
