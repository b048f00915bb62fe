package org.godwit.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.godwit.app.action.Action;
import org.godwit.app.shell.Destination;

/**
 * Plays the window without a person, for the launcher that records a start-up cache and for the benchmark of the start. Asked
 * for by the system property {@code godwit.rehearse}.
 */
enum Rehearsal {
    /** Nobody asked. */
    NONE,
    /** Ends the process at once when the window is drawn and can be used, so that its time is that of the start. */
    START,
    /** Shows every screen and the command palette, where nobody sees them, and ends. */
    SCREENS;

    private static final int DRAWN = 3;
    private static final double OUTSIDE = -20_000;
    private static final Predicate<String> DISPLAYS =
            Pattern.compile("com/sun/(glass/ui/((gtk|win|mac|delegate)/)?|prism/(es2|d3d|mtl|ps|impl/ps)/|javafx/application/preferences/)[A-Z].*\\.class").asMatchPredicate();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Rehearsal asked() {
        return valueOf(System.getProperty("godwit.rehearse", "none").toUpperCase(Locale.ROOT));
    }

    /** Sees to it that a rehearsal ends, whatever becomes of it: nobody watches it. Before anything else. */
    void begin() {
        if (this == SCREENS) {
            Thread.ofPlatform().daemon().name("rehearsal").start(() -> {
                LockSupport.parkNanos(PATIENCE.toNanos());
                Runtime.getRuntime().halt(1);
            });
        }
    }

    /** Keeps the window of a rehearsal that is played on somebody's display out of their way. Before it is shown. */
    void hide(Stage stage) {
        if (this == SCREENS) {
            stage.initStyle(StageStyle.UTILITY);
            stage.setOpacity(0);
            stage.setX(OUTSIDE);
            stage.setY(OUTSIDE);
        }
    }

    /** Begins once the window is drawn. */
    void play(Window window) {
        // Made in each case, so that the start-up cache has it: what only one start does would be a part of its time.
        List<Runnable> end = List.of(() -> Runtime.getRuntime().halt(0));
        switch (this) {
            case NONE -> {}
            case START -> everyFrames(end);
            case SCREENS -> everyFrames(screens(window));
        }
    }

    private static List<Runnable> screens(Window window) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(Rehearsal::meetDisplays);
        for (Destination destination : window.shell().destinations()) {
            steps.add(() -> window.shell().go(destination.id()));
        }
        Runnable palette = window.actions().groups().stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.id().equals("view.palette"))
                .findFirst()
                .map(Action::run)
                .orElseThrow();
        steps.addAll(List.of(palette, palette, () -> window.shell().go("home"), Platform::exit));
        return steps;
    }

    /** Loads what JavaFX needs on a display of this platform, for a rehearsal that has none: the cache is made of what was loaded. */
    private static void meetDisplays() {
        ClassLoader loader = Node.class.getClassLoader();
        try (JarFile jar = new JarFile(Path.of(Node.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile())) {
            for (String name : jar.stream().map(JarEntry::getName).filter(DISPLAYS).toList()) {
                Class.forName(name.substring(0, name.length() - ".class".length()).replace('/', '.'), false, loader);
            }
            Class.forName("java.util.concurrent.LinkedBlockingDeque$Node", false, loader);
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("JavaFX does not lie in a jar", e);
        }
    }

    /** Takes a step each few frames: a frame is drawn after the pulse that the timer hears of. */
    private static void everyFrames(List<Runnable> steps) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames % DRAWN == 0 && frames / DRAWN <= steps.size()) {
                    steps.get(frames / DRAWN - 1).run();
                }
            }
        }.start();
    }
}
