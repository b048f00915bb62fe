package org.godwit.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.godwit.analysis.explore.Sort;
import org.godwit.app.explore.RowsState;
import org.godwit.app.explore.TableModel;
import org.godwit.app.explore.grid.PageBench;
import org.godwit.app.fx.FxDesk;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Settings;
import org.godwit.app.testing.Fx;
import org.godwit.bench.Drawn;
import org.godwit.bench.Figure;
import org.godwit.duck.Leases;
import org.godwit.task.TaskService;

/**
 * Carries a table of many rows over in the real window, while a watchdog asks the FX thread for an answer each 20 ms, and then
 * pages through the result. {@code LongRunBench SOURCE FOLDER}: the database of the table, and where the target is made.
 * Needs {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class LongRunBench {
    private static final int EACH_MILLIS = 20;
    private static final int SETTLE_MILLIS = 1_000;
    private static final int JUMPS = 40;
    private static final long PATIENCE_SECONDS = 1_200;

    private final Window window;
    private final Path target;

    private LongRunBench(Window window, Path target) {
        this.window = window;
        this.target = target;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory(Path.of(args[1]), "window");
        Fx.start();
        FxTasks tasks = new FxTasks(new TaskService(), Platform::runLater);
        Services services = RealServices.in(folder, new Leases());
        Window window = Fx.get(() -> {
            Window made = new Window(services, new Settings(folder), tasks, new FxDesk(Stage::new, uri -> {}), new SimpleObjectProperty<>(ColorScheme.LIGHT));
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            return made;
        });
        LongRunBench bench = new LongRunBench(window, folder.resolve("many.duckdb"));
        bench.run(Path.of(args[0]));
        bench.page();
        System.exit(0);
    }

    private void run(Path source) throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            window.shell().go("migrate");
            window.migrate().open(List.of(source));
        });
        until(() -> find("#target") != null);
        Fx.run(() -> ((javafx.scene.control.TextField) window.scene().lookup("#target")).setText(target.toString()));
        press("#accept");
        List<Answer> answers = watched(() -> {
            press("#migrate");
            until(() -> window.migrate().step().equals("result"));
        });
        double[] during = answers.stream().filter(Answer::isOfRun).mapToDouble(Answer::millis).sorted().toArray();
        double[] changing = answers.stream().filter(answer -> !answer.isOfRun()).mapToDouble(Answer::millis).sorted().toArray();
        String of = String.format(Locale.ROOT, "of %,d questions, one each %d ms; median %.1f ms", during.length, EACH_MILLIS, during[during.length / 2]);
        new Figure("FX thread during a run of 10 M rows: 99.9 % of its answers", of, during[(int) Math.ceil(during.length * 0.999) - 1], 100).print();
        new Figure("FX thread during a run of 10 M rows: the last answer", of, during[during.length - 1], 250).print();
        new Figure("FX thread as the page of the run and that of its result come up", "the longest, both for the first time", changing[changing.length - 1], 250).print();
    }

    /**
     * @param askedMillis after the start
     * @param step the page that was shown when the answer came
     */
    private record Answer(double askedMillis, double millis, String step) {
        /** Not while the page of the run or that of its result comes up, for the first time in the process. */
        boolean isOfRun() {
            return step.equals("run") && askedMillis > SETTLE_MILLIS;
        }
    }

    /** Some work of another thread, during which the FX thread is watched. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    /** Returns what the FX thread answered; a question is not held up by the one before. */
    private List<Answer> watched(Work work) throws InterruptedException, ExecutionException {
        List<Answer> answers = new ArrayList<>();
        ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watchdog").factory());
        long start = System.nanoTime();
        var _ = watchdog.scheduleAtFixedRate(() -> {
            long asked = System.nanoTime();
            Platform.runLater(() -> answers.add(new Answer((asked - start) / 1e6, (System.nanoTime() - asked) / 1e6, window.migrate().step())));
        }, 0, EACH_MILLIS, TimeUnit.MILLISECONDS);
        work.run();
        Thread.sleep(SETTLE_MILLIS);
        watchdog.shutdown();
        CountDownLatch answered = new CountDownLatch(1);
        Platform.runLater(answered::countDown);
        answered.await();
        return answers;
    }

    private void page() throws InterruptedException, ExecutionException {
        TableModel table = window.explore().table();
        double opened = Drawn.millis(() -> window.explore(target, "results"), () -> table.stateProperty().get() instanceof RowsState.Shown);
        new Figure("10 M rows in Explore: open", "once", opened, Double.NaN).print();
        Figure.median("10 M rows in Explore: an unsorted page is read", PageBench.reads(table.grid(), JUMPS, 1), 50).print();
        Figure.median("10 M rows in Explore: jump to a row elsewhere, until it is drawn", PageBench.jumps(table.grid(), JUMPS, 2), Double.NaN).print();
        double sorted = Drawn.millis(() -> table.sort(Optional.of(new Sort("latency", true))), () -> table.stateProperty().get() instanceof RowsState.Shown);
        new Figure("10 M rows in Explore: sort by a column", "once", sorted, Double.NaN).print();
        Figure.median("10 M rows in Explore: a sorted page is read", PageBench.reads(table.grid(), JUMPS, 3), 100).print();
        Figure.median("10 M rows in Explore: jump to a row elsewhere in that order, until it is drawn", PageBench.jumps(table.grid(), JUMPS, 4), Double.NaN).print();
    }

    private Object find(String selector) {
        window.scene().getRoot().applyCss();
        return window.scene().lookup(selector);
    }

    private void press(String selector) throws InterruptedException, ExecutionException {
        until(() -> find(selector) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) window.scene().lookup(selector)).fire());
    }

    private static void until(BooleanSupplier condition) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Fx.get(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain");
            }
            Thread.sleep(100);
        }
    }
}
