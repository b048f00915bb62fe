package org.godwit.app.excerpt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;

/** The lines around the place that is looked at. The latest place wins. Only for the FX thread. */
public final class ExcerptModel {
    private final Kit kit;
    private final List<String> places;
    private final ReadOnlyObjectWrapper<ExcerptState> state = new ReadOnlyObjectWrapper<>(new ExcerptState.None());
    private long request;

    /**
     * @param places folders, files or globs where the sources are
     */
    public ExcerptModel(Kit kit, List<String> places) {
        this.kit = kit;
        this.places = List.copyOf(places);
    }

    public ReadOnlyObjectProperty<ExcerptState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Shows nothing. */
    public void clear() {
        request++;
        state.set(new ExcerptState.None());
    }

    /** Shows a value of the document that begins at the place that a profile names, {@code file:line}. */
    public void show(String place, SoughtValue value) {
        int colon = place.lastIndexOf(':');
        String digits = place.substring(colon + 1);
        boolean line = colon > 0 && !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
        if (line) {
            show(place.substring(0, colon), Long.parseLong(digits), 0, Optional.of(value));
        } else {
            show(place, 1, 0, Optional.of(value));
        }
    }

    /**
     * Shows a place.
     *
     * @param file as reports name it
     * @param column in bytes, from 1; 0 marks the line as a whole
     */
    public void show(String file, long line, long column) {
        show(file, line, column, Optional.empty());
    }

    private void show(String file, long line, long column, Optional<SoughtValue> value) {
        request++;
        long mine = request;
        kit.tasks().ask(Text.of("app.excerpt.reading", file), context -> {
            Path path = SourceLines.find(places, file).orElseThrow(() -> new GodwitException(ErrorCode.SOURCE_MISSING, file));
            return value.map(wanted -> SourceLines.read(path, file, line, wanted)).orElseGet(() -> SourceLines.read(path, file, line, column));
        }).then(outcome -> {
            if (mine == request) {
                state.set(switch (outcome) {
                    case Outcome.Succeeded<Excerpt>(Excerpt excerpt) -> new ExcerptState.Shown(excerpt);
                    case Outcome.Failed<Excerpt>(GodwitException error) -> new ExcerptState.Missing(kit.trouble(error, "").message());
                    case Outcome.Cancelled<Excerpt>() -> new ExcerptState.None();
                });
            }
        });
    }
}
