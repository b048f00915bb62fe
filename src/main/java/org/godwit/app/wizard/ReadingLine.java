package org.godwit.app.wizard;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.CsvOptions;
import org.godwit.model.DatasetProfile;
import org.jspecify.annotations.Nullable;

/** How files of separated values are read: as their content tells, or as a person knows better. A choice reads them again. */
final class ReadingLine extends VBox {
    private static final List<Way<Character>> DELIMITERS = List.of(
            new Way<>("app.reading.found", null),
            new Way<>("app.reading.delimiter.comma", ','),
            new Way<>("app.reading.delimiter.semicolon", ';'),
            new Way<>("app.reading.delimiter.tab", '\t'),
            new Way<>("app.reading.delimiter.pipe", '|'));
    private static final List<Way<Boolean>> HEADERS = List.of(
            new Way<>("app.reading.found", null), new Way<>("app.reading.header.yes", true), new Way<>("app.reading.header.no", false));

    private final FoundModel found;

    ReadingLine(FoundModel found) {
        this.found = found;
        getStyleClass().add("reading-line");
        CsvOptions now = found.choicesProperty().get().csv();
        ComboBox<Way<Character>> delimiter = choice("reading-delimiter", "app.reading.delimiter", DELIMITERS, now.delimiter());
        ComboBox<Way<Boolean>> header = choice("reading-header", "app.reading.header", HEADERS, now.header());
        found.draftProperty().subscribe(draft -> {
            delimiter.setConverter(new InWords<>(way -> words(way, DELIMITERS, CsvOptions::delimiter)));
            header.setConverter(new InWords<>(way -> words(way, HEADERS, CsvOptions::header)));
        });
        delimiter.valueProperty().addListener((value, before, chosen) -> read(options().withDelimiter(chosen.value)));
        header.valueProperty().addListener((value, before, chosen) -> read(options().withHeader(chosen.value)));
        Label state = Nodes.wrapped("", "muted", "small-text");
        state.setId("reading-state");
        found.draftProperty().subscribe(draft -> {
            String words = words(draft);
            state.setText(words);
            Nodes.show(state, !words.isEmpty());
        });
        boolean one = found.inspection().files().size() == 1;
        Label title = Nodes.label(Text.of(one ? "app.reading.file" : "app.reading.files"), "section-title");
        FlowPane line = Nodes.flow("reading-choices", title, named(delimiter), named(header));
        getChildren().addAll(line, state);
    }

    private CsvOptions options() {
        return found.choicesProperty().get().csv();
    }

    private static String words(FoundModel.DraftState state) {
        return switch (state) {
            case FoundModel.DraftState.Making making -> Text.of("app.reading.again");
            case FoundModel.DraftState.Made made -> "";
            case FoundModel.DraftState.Failed(var before, String reason) -> reason;
        };
    }

    private static <T> ComboBox<Way<T>> choice(String id, String key, List<Way<T>> ways, @Nullable T now) {
        ComboBox<Way<T>> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(ways);
        // A plan may name a delimiter that has no line here; it is not changed by that.
        box.setValue(ways.stream().filter(way -> Objects.equals(way.value, now)).findFirst().orElse(ways.getFirst()));
        box.setAccessibleText(Text.of(key));
        return box;
    }

    /** Returns a way in words; of what the content tells also what that is, if it is the same in all files. */
    private <T> String words(Way<T> way, List<Way<T>> ways, Function<CsvOptions, @Nullable T> part) {
        if (way.value != null || part.apply(options()) != null) {
            return Text.of(way.key);
        }
        Set<@Nullable T> seen = new HashSet<>();
        for (DatasetProfile dataset : found.inspection().datasets()) {
            CsvOptions reading = dataset.table() == null ? null : dataset.table().reading();
            if (reading != null) {
                seen.add(part.apply(reading));
            }
        }
        return ways.stream().filter(other -> seen.size() == 1 && seen.contains(other.value)).findFirst()
                .map(told -> Text.of("app.reading.found.is", Text.of(told.key)))
                .orElseGet(() -> Text.of(way.key));
    }

    private static HBox named(ComboBox<?> box) {
        Label name = Nodes.label(box.getAccessibleText());
        name.setLabelFor(box);
        return Nodes.row("field-row", name, box);
    }

    private void read(CsvOptions options) {
        found.choose(found.choicesProperty().get().with(options));
    }

    /**
     * A way to read, in words.
     *
     * @param value null for what the content tells
     */
    private record Way<T>(String key, @Nullable T value) {}
}
