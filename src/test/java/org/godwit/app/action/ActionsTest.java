package org.godwit.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.SimpleBooleanProperty;
import org.godwit.app.fx.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

final class ActionsTest {
    private final List<String> done = new ArrayList<>();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    private final SimpleBooleanProperty here = new SimpleBooleanProperty(true);
    private final Actions actions = new Actions();

    @TempDir
    private Path folder;

    @Test
    void refusesASecondActionWithTheSameShortcut() {
        actions.add(Group.everywhere("file", "app.action.file", action("file.folder", "app.choose.folder").on("Shortcut+O")));
        assertThatThrownBy(() -> actions.add(screen("runs", action("runs.open", "app.runs.open").on("Shortcut+O"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("runs.open and file.folder share Shortcut+O");
        assertThatThrownBy(() -> actions.add(screen("runs", action("a", "app.runs.open").on("F5"), action("b", "app.runs.open").on("F5"))))
                .hasMessageContaining("a and b share F5");
        assertThat(actions.groups()).hasSize(1);
    }

    @Test
    void letsTwoScreensGiveTheSameKeysAMeaningOfTheirOwn() {
        actions.add(screen("runs", action("runs.again", "app.runs.open").on("F5")));
        actions.add(screen("explore", action("explore.again", "app.runs.open").on("F5")));
        assertThat(actions.groups()).hasSize(2);
    }

    @Test
    void refusesASecondActionWithTheSameId() {
        actions.add(screen("runs", action("runs.again", "app.runs.open")));
        assertThatThrownBy(() -> actions.add(screen("x", action("runs.again", "app.runs.open")))).hasMessageContaining("two actions runs.again");
    }

    @Test
    void findsLettersInTheirOrderAndWordsByTheirBeginnings() {
        assertThat(Fuzzy.score("cf", "Choose folder")).isPresent();
        assertThat(Fuzzy.score("fc", "Choose folder")).isEqualTo(OptionalInt.empty());
        assertThat(Fuzzy.score("folder open", "Open the workspace folder")).isPresent();
        assertThat(Fuzzy.score("folder shut", "Open the workspace folder")).isEmpty();
        assertThat(Fuzzy.score("run", "Runs").orElseThrow()).isGreaterThan(Fuzzy.score("run", "Prune").orElseThrow());
        assertThat(Fuzzy.score("dark", "Dark").orElseThrow()).isGreaterThan(Fuzzy.score("dark", "Data in rank").orElseThrow());
    }

    @Test
    void putsWhatWasUsedLastFirst() {
        actions.add(Group.everywhere("file", "app.action.file", action("one", "app.choose.folder"), action("two", "app.choose.files")));
        PaletteModel palette = palette();
        assertThat(names(palette.find(""))).containsExactly("Choose folder…", "Choose files…", "a.duckdb");
        palette.run(palette.find("a.duckdb").getFirst());
        palette.run(palette.find("choose files").getFirst());
        assertThat(done).containsExactly("a.duckdb", "two");
        assertThat(names(palette.find(""))).containsExactly("Choose files…", "a.duckdb", "Choose folder…");
        assertThat(names(palette.find("choose"))).containsExactly("Choose files…", "Choose folder…");
    }

    @Test
    void leavesOutWhatCannotBeDoneNow() {
        actions.add(screen("runs", action("runs.open", "app.runs.open").when(ready)));
        assertThat(palette().find("show")).hasSize(1);
        ready.set(false);
        assertThat(palette().find("show")).isEmpty();
    }

    @Test
    void goesToTheScreenOfAnActionFirst() {
        here.set(false);
        actions.add(screen("runs", action("runs.open", "app.runs.open")));
        PaletteModel palette = palette();
        palette.run(palette.find("show").getFirst());
        assertThat(done).containsExactly("to runs", "runs.open");
    }

    private PaletteModel palette() {
        Entry file = Entry.file(Path.of("results", "a.duckdb"), Feather.DATABASE, () -> done.add("a.duckdb"));
        return new PaletteModel(actions, () -> List.of(file), new Settings(folder));
    }

    private Action action(String id, String textKey) {
        return Action.of(id, textKey, Feather.FOLDER, () -> done.add(id));
    }

    private Group screen(String id, Action... list) {
        return new Group(id, "app.nav.runs", here, () -> done.add("to " + id), List.of(list));
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }
}
