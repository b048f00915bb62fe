package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import org.godwit.app.fx.Notice;
import org.godwit.app.shell.Appearance;
import org.godwit.app.shell.Destination;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Ink;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every screen owes to people: names, a way for the keyboard, a focus that is seen, texts that can be read. A new
 * screen is looked at as soon as the navigation leads to it.
 */
final class EveryScreenTest {
    private static final Pattern MNEMONIC = Pattern.compile("(?<!_)_([^_ ])");
    private static final int MOST_STEPS = 300;
    private static final int RING_PIXELS = 20;
    private static final int SETTLE_MILLIS = 400;

    @TempDir
    private Path folder;

    private TestWindow shown;

    @BeforeEach
    void open() throws InterruptedException, ExecutionException, java.io.IOException {
        Files.writeString(Files.createDirectory(folder.resolve("results")).resolve("a.json"), "{}");
        shown = new TestWindow(folder);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
    }

    /** Something to do on each screen that is shown. */
    @FunctionalInterface
    private interface Look {
        void at(String screen) throws InterruptedException, ExecutionException;
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        List<String> nameless = new ArrayList<>();
        everywhere(screen -> Fx.get(() -> Names.missing(shown.scene().getRoot())).forEach(node -> nameless.add(screen + ": " + node)));
        assertThat(nameless).isEmpty();
    }

    @Test
    void givesEachMnemonicToOneControlOnly() throws InterruptedException, ExecutionException {
        List<String> shared = new ArrayList<>();
        Look look = screen -> Fx.get(this::mnemonics).forEach((letter, texts) -> {
            if (texts.size() > 1) {
                shared.add(screen + ": " + letter + " is that of " + texts);
            }
        });
        everywhere(look);
        for (String step : List.of("data", "mapping", "review")) {
            shown.next(step);
            settle();
            look.at("migrate, " + step);
        }
        Fx.run(() -> Opened.find(shown.scene(), "#migrate", Button.class).fire());
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));
        settle();
        look.at("migrate, result");
        assertThat(shared).isEmpty();
    }

    /** Returns what each letter leads to, of the controls that can be used now. */
    private Map<String, List<String>> mnemonics() {
        Map<String, List<String>> found = new TreeMap<>();
        Opened.all(shown.scene().getRoot())
                .filter(node -> node instanceof Labeled labeled && labeled.isMnemonicParsing() && Opened.isShown(node) && !node.isDisabled())
                // The text of such a button is a control of its own.
                .filter(node -> !(node.getParent() instanceof MenuButton))
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .forEach(text -> {
                    Matcher letter = MNEMONIC.matcher(text);
                    if (letter.find()) {
                        found.computeIfAbsent(letter.group(1).toLowerCase(Locale.ROOT), l -> new ArrayList<>()).add(text);
                    }
                });
        return found;
    }

    @Test
    void letsTextsBeReadInTheLight() throws InterruptedException, ExecutionException {
        assertReadable(Appearance.LIGHT);
    }

    @Test
    void letsTextsBeReadInTheDark() throws InterruptedException, ExecutionException {
        assertReadable(Appearance.DARK);
    }

    @Test
    void letsTextsBeReadAfterTheSystemWentDark() throws InterruptedException, ExecutionException {
        Fx.run(() -> shown.window.theme().appearanceProperty().set(Appearance.SYSTEM));
        everywhere(screen -> {});
        Fx.run(() -> shown.system.set(javafx.application.ColorScheme.DARK));
        List<String> faint = new ArrayList<>();
        everywhere(screen -> Fx.get(() -> Ink.faint(shown.scene())).forEach(text -> faint.add(screen + ": " + text)));
        assertThat(faint).isEmpty();
    }

    @Test
    void leadsTheTabKeyToEverythingAndOutOfIt() throws InterruptedException, ExecutionException {
        List<String> wrong = new ArrayList<>();
        everywhere(screen -> {
            Walk walk = walk(false);
            walk.trapped().forEach(node -> wrong.add(screen + ": Tab does not leave " + node));
            Set<Node> missed = new LinkedHashSet<>(Fx.get(this::focusable));
            missed.removeAll(walk.visited());
            missed.removeIf(node -> isReachedByArrows(node, walk.visited()));
            missed.forEach(node -> wrong.add(screen + ": Tab does not reach " + node));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void showsWhereTheFocusIsInTheLight() throws InterruptedException, ExecutionException {
        assertSeen(Appearance.LIGHT);
    }

    @Test
    void showsWhereTheFocusIsInTheDark() throws InterruptedException, ExecutionException {
        assertSeen(Appearance.DARK);
    }

    /** Of toggles that belong together Tab reaches one, and the arrows lead on. */
    private static boolean isReachedByArrows(Node node, Set<Node> visited) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && visited.stream().anyMatch(other -> other instanceof Toggle seen && toggle.getToggleGroup().equals(seen.getToggleGroup()));
    }

    private void assertReadable(Appearance appearance) throws InterruptedException, ExecutionException {
        Fx.run(() -> shown.window.theme().appearanceProperty().set(appearance));
        List<String> faint = new ArrayList<>();
        everywhere(screen -> Fx.get(() -> Ink.faint(shown.scene())).forEach(text -> faint.add(screen + ": " + text)));
        assertThat(faint).isEmpty();
    }

    private void assertSeen(Appearance appearance) throws InterruptedException, ExecutionException {
        Fx.run(() -> shown.window.theme().appearanceProperty().set(appearance));
        List<String> unseen = new ArrayList<>();
        everywhere(screen -> walk(true).unseen().forEach(node -> unseen.add(screen + ": no focus is seen on " + node)));
        assertThat(unseen).isEmpty();
    }

    /** Each screen as it is when entered, with something on it where there can be; then what lies above the screens. */
    private void everywhere(Look look) throws InterruptedException, ExecutionException {
        for (Destination destination : shown.window.shell().destinations()) {
            shown.go(destination.id());
            settle();
            look.at(destination.id());
        }
        Fx.run(() -> {
            shown.window.migrate().open(List.of(folder.resolve("results")));
            shown.window.shell().go("migrate");
        });
        Fx.until("read", () -> shown.tasks.jobs().isEmpty());
        settle();
        look.at("migrate, read");
        Fx.run(() -> shown.window.notices().keep(new Notice(Notice.Kind.FAILED, "Failed: Migrating", "GW-1301: in use.", 0, () -> {})));
        settle();
        look.at("with a notice");
    }

    private static void settle() throws InterruptedException, ExecutionException {
        Thread.sleep(SETTLE_MILLIS);
        Fx.run(() -> {});
    }

    private record Walk(Set<Node> visited, List<Node> trapped, List<Node> unseen) {}

    /** Goes round by Tab until the focus is where it began. */
    private Walk walk(boolean looking) throws InterruptedException, ExecutionException {
        Walk walk = new Walk(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        Fx.run(() -> shown.scene().lookup("#menu").requestFocus());
        step();
        WritableImage before = picture(looking);
        for (int i = 0; i < MOST_STEPS; i++) {
            Node owner = Fx.get(() -> shown.scene().getFocusOwner());
            if (owner == null || !walk.visited().add(owner)) {
                break;
            }
            Bounds bounds = Fx.get(() -> owner.localToScene(owner.getBoundsInLocal()));
            step();
            if (owner.equals(Fx.get(() -> shown.scene().getFocusOwner()))) {
                walk.trapped().add(owner);
                break;
            }
            WritableImage after = picture(looking);
            if (looking && isInWindow(bounds) && Ink.differing(before, after, bounds) < RING_PIXELS) {
                walk.unseen().add(owner);
            }
            before = after;
        }
        return walk;
    }

    /** Tab, or where that is a character, Ctrl+Tab. */
    private void step() throws InterruptedException, ExecutionException {
        boolean area = Fx.get(() -> shown.scene().getFocusOwner() instanceof TextArea text && text.isEditable());
        shown.press(area ? "Ctrl+Tab" : "Tab");
    }

    private WritableImage picture(boolean looking) throws InterruptedException, ExecutionException {
        if (!looking) {
            return new WritableImage(1, 1);
        }
        // What a ScrollPane holds is painted anew in the next pulse only.
        Fx.draw(shown.scene());
        return Fx.get(() -> shown.scene().snapshot(null));
    }

    private boolean isInWindow(Bounds bounds) {
        return bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= shown.scene().getWidth()
                && bounds.getMaxY() <= shown.scene().getHeight();
    }

    private List<Node> focusable() {
        return Opened.all(shown.scene().getRoot())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && Opened.isShown(node) && !Names.isPart(node))
                .toList();
    }
}
