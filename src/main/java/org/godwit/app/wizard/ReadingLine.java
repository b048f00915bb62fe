package org.godwit.app.wizard;

import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

/** How files of separated values are read: as their content tells, or as a person knows better. A choice reads them again. */
final class ReadingLine extends VBox {
    private final FoundModel found;

    ReadingLine(FoundModel found) {
        this.found = found;
        getStyleClass().add("reading-line");
        CsvOptions now = found.choicesProperty().get().csv();
        ComboBox<Delimiter> delimiter = choice("reading-delimiter", "app.reading.delimiter", Delimiter.values(), Delimiter.of(now), Delimiter::key);
        ComboBox<Header> header = choice("reading-header", "app.reading.header", Header.values(), Header.of(now), Header::key);
        delimiter.valueProperty().addListener((value, before, chosen) -> read(options().withDelimiter(chosen.character)));
        header.valueProperty().addListener((value, before, chosen) -> read(options().withHeader(chosen.word)));
        Label state = Nodes.wrapped("", "muted", "small-text");
        state.setId("reading-state");
        found.draftProperty().subscribe(draft -> {
            String words = words(draft);
            state.setText(words);
            Nodes.show(state, !words.isEmpty());
        });
        boolean one = found.inspection().files().size() == 1;
        FlowPane line = new FlowPane(Nodes.label(Text.of(one ? "app.reading.file" : "app.reading.files"), "section-title"), named(delimiter), named(header));
        line.getStyleClass().add("reading-choices");
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

    private static <E> ComboBox<E> choice(String id, String key, E[] values, E now, Function<E, String> words) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(Arrays.asList(values));
        box.setConverter(new InWords<>(value -> Text.of(words.apply(value))));
        box.setValue(now);
        box.setAccessibleText(Text.of(key));
        return box;
    }

    private static HBox named(ComboBox<?> box) {
        Label name = Nodes.label(box.getAccessibleText());
        name.setLabelFor(box);
        return Nodes.row("field-row", name, box);
    }

    private void read(CsvOptions options) {
        found.choose(found.choicesProperty().get().with(options));
    }

    /** What may stand between fields. */
    private enum Delimiter {
        AS_FOUND("app.reading.found", null),
        COMMA("app.reading.delimiter.comma", ','),
        SEMICOLON("app.reading.delimiter.semicolon", ';'),
        TAB("app.reading.delimiter.tab", '\t'),
        PIPE("app.reading.delimiter.pipe", '|');

        private final String key;
        private final @Nullable Character character;

        Delimiter(String key, @Nullable Character character) {
            this.key = key;
            this.character = character;
        }

        static Delimiter of(CsvOptions options) {
            return Arrays.stream(values()).filter(known -> options.withDelimiter(known.character).equals(options)).findFirst().orElse(AS_FOUND);
        }

        String key() {
            return key;
        }
    }

    /** Whether the first record names the columns. */
    private enum Header {
        AS_FOUND("app.reading.found", null),
        YES("app.reading.header.yes", true),
        NO("app.reading.header.no", false);

        private final String key;
        private final @Nullable Boolean word;

        Header(String key, @Nullable Boolean word) {
            this.key = key;
            this.word = word;
        }

        static Header of(CsvOptions options) {
            return Arrays.stream(values()).filter(known -> options.withHeader(known.word).equals(options)).findFirst().orElse(AS_FOUND);
        }

        String key() {
            return key;
        }
    }
}
