package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import org.godwit.app.action.Action;
import org.godwit.app.action.Group;
import org.godwit.app.fx.Notice;
import org.godwit.app.fx.Text;
import org.godwit.app.wizard.SourceState;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Golden;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the screens: command palette, shortcuts, notices, by keyboard. */
final class FrameTest {
    @TempDir
    private Path folder;

    private TestWindow shown;

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        shown = new TestWindow(folder);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
    }

    @Test
    void doesWhatIsChosenInThePaletteByKeyboardAlone() throws InterruptedException, ExecutionException {
        shown.press("Ctrl+K");
        assertThat(shown.isShown("#palette-field")).isTrue();
        shown.type("go run");
        shown.type("");
        shown.press("Escape");
        assertThat(shown.isShown("#palette-field")).isFalse();

        shown.press("Ctrl+K");
        shown.type("runs");
        shown.press("Enter");
        assertThat(shown.isShown("#palette-field")).isFalse();
        assertThat(shown.current()).isEqualTo("runs");
    }

    @Test
    void startsWithWhatWasUsedLast() throws InterruptedException, ExecutionException {
        shown.press("Ctrl+K");
        shown.type("migrate");
        shown.press("Enter", "Ctrl+1", "Ctrl+K", "Enter");
        assertThat(shown.current()).isEqualTo("migrate");
    }

    @Test
    void givesTheFocusBackWhenThePaletteGoes() throws InterruptedException, ExecutionException {
        Fx.run(() -> shown.scene().lookup("#nav-runs").requestFocus());
        shown.press("Ctrl+K", "Tab", "Tab");
        assertThat(focus()).isEqualTo("palette-field");
        shown.press("Escape");
        assertThat(focus()).isEqualTo("nav-runs");
    }

    @Test
    void goesToEveryScreenByItsDigit() throws InterruptedException, ExecutionException {
        shown.press("Ctrl+3");
        assertThat(shown.current()).isEqualTo(shown.window.shell().destinations().get(2).id());
        shown.press("Ctrl+1");
        assertThat(shown.current()).isEqualTo("home");
    }

    @Test
    void keepsANoticeOfWorkThatFailedElsewhereUntilItIsRead() throws InterruptedException, ExecutionException {
        shown.workbench.willFail(new GodwitException(ErrorCode.SOURCE_UNREADABLE, "a.json", "permission denied"));
        Fx.run(() -> {
            shown.window.shell().go("migrate");
            shown.window.migrate().open(java.util.List.of(folder));
            shown.window.shell().go("home");
        });
        Fx.until("notice", () -> shown.window.notices().unread().size() == 1);
        assertThat(Fx.get(() -> shown.window.notices().unread().getFirst().kind())).isEqualTo(Notice.Kind.FAILED);
        assertThat(shown.isShown("#notices")).isTrue();
        shown.press("Ctrl+Shift+N");
        assertThat(shown.texts()).anyMatch(text -> text.startsWith("GW-1103: a.json cannot be read"));
        shown.press("Escape");
        shown.go("migrate");
        assertThat(shown.window.notices().unread()).isEmpty();
        assertThat(shown.isShown("#notices")).isFalse();
    }

    @Test
    void tellsNothingOfWorkThatEndsBeforeThePersonsEyes() throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            shown.window.shell().go("migrate");
            shown.window.migrate().open(java.util.List.of(folder));
        });
        Fx.until("found", () -> shown.window.migrate().sourceProperty().get() instanceof SourceState.Found);
        assertThat(shown.window.notices().unread()).isEmpty();
    }

    @Test
    void leadsTheFocusRoundThePartsOfTheWindow() throws InterruptedException, ExecutionException {
        Fx.run(() -> shown.scene().lookup("#nav-home").requestFocus());
        shown.press("F6");
        assertThat(Fx.get(() -> within(shown.scene().getFocusOwner(), "content"))).isTrue();
        shown.press("F6");
        assertThat(Fx.get(() -> within(shown.scene().getFocusOwner(), "navigation"))).isTrue();
    }

    @Test
    void opensOnTheScreenThatWasShownLast() throws InterruptedException, ExecutionException {
        shown.go("runs");
        shown.settings.save();
        TestWindow next = new TestWindow(folder);
        assertThat(next.current()).isEqualTo("runs");
        next.close();
    }

    @Test
    void listsEveryActionAndShortcutInTheDocumentation() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Actions and shortcuts

                Every action stands in the menu (F10) and in the command palette (Ctrl+K): type a few letters of its name, Enter
                does it. Shortcuts of a screen work while that screen is shown. On macOS, Ctrl is Command. This page is made of
                the same list as the menu.
                """);
        for (Group group : shown.window.actions().groups()) {
            page.append("\n## ").append(Text.spoken(Text.of(group.titleKey()))).append("\n| action | keys |\n|---|---|\n");
            for (Action action : group.actions()) {
                String keys = action.shortcut() == null ? "" : action.shortcut().getName().replace("Shortcut", "Ctrl").replace("Shift+Ctrl", "Ctrl+Shift");
                page.append("| ").append(action.name()).append(" | ").append(keys).append(" |\n");
            }
        }
        Golden.assertSame(Path.of("docs/guide/shortcuts.md"), page.toString());
    }

    private String focus() throws InterruptedException, ExecutionException {
        return Fx.get(() -> String.valueOf(shown.scene().getFocusOwner().getId()));
    }

    private static boolean within(Node node, String style) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }
}
