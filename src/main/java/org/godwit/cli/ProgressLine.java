package org.godwit.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.godwit.engine.text.Messages;
import org.godwit.task.Progress;
import org.godwit.task.TaskContext;

/**
 * One line on stderr that shows how far a task is, ten times a second, only if somebody watches; gone when it ends.
 */
final class ProgressLine implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final String CLEAR = "\r\u001b[K";
    private static final double KILO = 1000;

    private final Terminal terminal;
    private final TaskContext task;
    private final Thread painter;
    private volatile boolean ended;

    private ProgressLine(Terminal terminal, TaskContext task) {
        this.terminal = terminal;
        this.task = task;
        this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
    }

    static ProgressLine start(Terminal terminal, TaskContext task) {
        ProgressLine line = new ProgressLine(terminal, task);
        if (terminal.watched()) {
            line.painter.start();
        }
        return line;
    }

    @Override
    public void close() {
        ended = true;
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void paint() {
        try {
            while (!ended) {
                Thread.sleep(PERIOD_MILLIS);
                terminal.err().print(CLEAR + text(task.sample()));
                terminal.err().flush();
            }
        } catch (InterruptedException e) {
            // The task has ended.
            Thread.currentThread().interrupt();
        } finally {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }

    /** Returns the line, such as {@code stage 42 %  12.4 MB/s  0:09 left  3 rejects}; never longer than 79 characters. */
    static String text(Progress progress) {
        if (!progress.waiting().isEmpty()) {
            return shortened(Messages.get("cli.progress.waiting", progress.waiting()));
        }
        if (progress.phase().isEmpty()) {
            return "";
        }
        boolean documents = progress.phase().equals("verify");
        StringBuilder line = new StringBuilder(Messages.get("cli.phase." + progress.phase()));
        progress.fraction().ifPresentOrElse(
                part -> line.append(String.format(Locale.ROOT, " %3.0f %%", Math.floor(part * 100))),
                () -> line.append("  ").append(amount(progress.done(), documents)));
        double seconds = progress.phaseNanos() / 1e9;
        if (seconds > 0.5 && progress.done() > 0) {
            line.append("  ").append(amount((long) (progress.done() / seconds), documents)).append("/s");
        }
        OptionalDouble left = progress.secondsLeft();
        if (left.isPresent()) {
            line.append("  ").append(Messages.get("cli.progress.left", clock(left.getAsDouble())));
        }
        if (progress.rejects() > 0) {
            line.append("  ").append(Messages.get("cli.progress.rejects", progress.rejects()));
        }
        return shortened(line.toString());
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), 79));
    }

    private static String amount(long units, boolean documents) {
        return documents ? Messages.get("cli.progress.documents", units) : bytes(units);
    }

    static String bytes(long bytes) {
        double value = bytes;
        int power = 0;
        String[] names = {"B", "kB", "MB", "GB", "TB"};
        while (value >= KILO && power < names.length - 1) {
            value /= KILO;
            power++;
        }
        return String.format(Locale.ROOT, power == 0 ? "%.0f %s" : "%.1f %s", value, names[power]);
    }

    private static String clock(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
