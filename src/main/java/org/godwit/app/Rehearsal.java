package org.godwit.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.godwit.app.action.Action;
import org.godwit.app.shell.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Plays the window without a person, for the launcher that records a start-up cache and for the benchmark of the start. Asked
 * for by the system property {@code godwit.rehearse}.
 */
enum Rehearsal {
    /** Nobody asked. */
    NONE,
    /** Ends the process at once when the window is drawn and can be used, so that its time is that of the start. */
    START,
    /** Migrates the sample, shows every screen, the command palette and the other theme, and ends. */
    SCREENS;

    private static final int DRAWN = 3;
    /** In frames: for what a screen reads in the background. */
    private static final int READING = 24;
    private static final Predicate<String> DISPLAYS =
            Pattern.compile("com/sun/(glass/ui/(gtk|win|mac|delegate)|prism/(es2|d3d|mtl|ps|impl/ps))/[A-Z].*\\.class").asMatchPredicate();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Rehearsal asked() {
        return valueOf(System.getProperty("godwit.rehearse", "none").toUpperCase(Locale.ROOT));
    }

    /**
     * What is done once it can be.
     *
     * @param ready asked every few frames
     */
    private record Step(BooleanSupplier ready, Runnable action) {
        static Step at(Runnable action) {
            return new Step(() -> true, action);
        }

        /** Lets some frames pass. */
        static Step pause() {
            int[] frames = new int[1];
            return new Step(() -> ++frames[0] >= READING / DRAWN, () -> {});
        }
    }

    /**
     * Begins once the window is drawn.
     *
     * @param sample a folder with sample data, which is only read
     */
    void play(Window window, Optional<Path> sample) {
        switch (this) {
            case NONE -> {}
            case START -> everyFrames(List.of(Step.at(() -> Runtime.getRuntime().halt(0))));
            case SCREENS -> {
                endInTime();
                List<Step> steps = new ArrayList<>();
                steps.add(Step.at(Rehearsal::meetDisplays));
                sample.ifPresent(folder -> steps.addAll(migration(window, folder)));
                steps.addAll(screens(window));
                everyFrames(steps);
            }
        }
    }

    /** The whole way of a person: from a folder to its result, and to the screens that show it. */
    private static List<Step> migration(Window window, Path sample) {
        Path database = Path.of(System.getProperty("java.io.tmpdir"), "rehearsal.duckdb");
        return List.of(
                Step.at(() -> {
                    window.shell().go("migrate");
                    window.migrate().open(List.of(sample));
                }),
                new Step(() -> lookup(window, "#target") instanceof TextField, () -> {
                    if (lookup(window, "#target") instanceof TextField field) {
                        field.setText(database.toString());
                    }
                }),
                new Step(() -> canFire(window, "#next"), () -> fire(window, "#next")),
                new Step(() -> window.migrate().step().equals("data") && canFire(window, "#next"), () -> fire(window, "#next")),
                new Step(() -> window.migrate().step().equals("mapping"), () -> {}),
                Step.pause(),
                new Step(() -> canFire(window, "#next"), () -> fire(window, "#next")),
                new Step(() -> canFire(window, "#migrate"), () -> fire(window, "#migrate")),
                new Step(() -> window.migrate().step().equals("result"), () -> {}),
                Step.pause(),
                Step.at(() -> window.explore(database, "")),
                Step.pause(),
                Step.at(() -> {
                    window.matrix().open(database);
                    window.charts().open(database);
                    window.shell().go("matrix");
                }),
                Step.pause());
    }

    private static @Nullable Node lookup(Window window, String selector) {
        return window.scene().lookup(selector);
    }

    private static boolean canFire(Window window, String selector) {
        return lookup(window, selector) instanceof Button button && !button.isDisabled();
    }

    private static void fire(Window window, String selector) {
        if (lookup(window, selector) instanceof Button button) {
            button.fire();
        }
    }

    /** Nobody watches a rehearsal: it must not hang. */
    private static void endInTime() {
        Thread.ofPlatform().daemon().name("rehearsal").start(() -> {
            LockSupport.parkNanos(PATIENCE.toNanos());
            Runtime.getRuntime().halt(1);
        });
    }

    private static List<Step> screens(Window window) {
        List<Step> steps = new ArrayList<>();
        for (Destination destination : window.shell().destinations()) {
            steps.add(Step.at(() -> window.shell().go(destination.id())));
        }
        Runnable palette = window.actions().groups().stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.id().equals("view.palette"))
                .findFirst()
                .map(Action::run)
                .orElseThrow();
        steps.addAll(List.of(Step.at(palette), Step.at(palette), Step.at(() -> window.shell().go("home")), Step.at(Platform::exit)));
        return steps;
    }

    /** Loads what JavaFX needs on a display of this platform, since a rehearsal has none: the cache is made of what was loaded. */
    private static void meetDisplays() {
        ClassLoader loader = Node.class.getClassLoader();
        try (JarFile jar = new JarFile(Path.of(Node.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile())) {
            for (String name : jar.stream().map(JarEntry::getName).filter(DISPLAYS).toList()) {
                Class.forName(name.substring(0, name.length() - ".class".length()).replace('/', '.'), false, loader);
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("JavaFX does not lie in a jar", e);
        }
    }

    /** Takes a step each few frames: a frame is drawn after the pulse that the timer hears of. */
    private static void everyFrames(List<Step> steps) {
        new AnimationTimer() {
            private int frames;
            private int next;

            @Override
            public void handle(long now) {
                frames++;
                if (frames % DRAWN == 0 && next < steps.size() && steps.get(next).ready().getAsBoolean()) {
                    next++;
                    steps.get(next - 1).action().run();
                }
            }
        }.start();
    }
}
