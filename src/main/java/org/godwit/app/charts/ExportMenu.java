package org.godwit.app.charts;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.godwit.analysis.chart.compare.Comparison;
import org.godwit.analysis.chart.render.ChartData;
import org.godwit.analysis.chart.render.ChartDrawing;
import org.godwit.analysis.chart.render.ChartLook;
import org.godwit.analysis.chart.render.ChartTheme;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.AtomicFile;
import org.godwit.analysis.export.Exports;
import org.godwit.analysis.export.PictureForm;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Notice;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.kordamp.ikonli.feather.Feather;

/** Takes the chart out of the window: files, clipboard, the command that makes it. */
final class ExportMenu {
    private static final double SCREEN = 2;
    /** So many of the actions write files. */
    private static final int FILES = 4;

    private final ChartsModel model;
    private final ObservableValue<Boolean> dark;
    private final List<Action> actions;

    /**
     * @param shown whether there is a chart
     */
    ExportMenu(ChartsModel model, ObservableValue<Boolean> dark, ObservableBooleanValue shown) {
        this.model = model;
        this.dark = dark;
        this.actions = Stream.of(
                        action("png", "app.charts.export.png", Feather.IMAGE, spec -> picture(spec, PictureForm.PNG)),
                        action("svg", "app.charts.export.svg", Feather.IMAGE, spec -> picture(spec, PictureForm.SVG)),
                        action("pdf", "app.charts.export.pdf", Feather.FILE, spec -> picture(spec, PictureForm.PDF)),
                        action("csv", "app.charts.export.csv", Feather.FILE_TEXT, spec -> save(spec, "csv", file -> AtomicFile.write(file, ChartData.csv(spec)))),
                        action("copy-image", "app.charts.copy.image", Feather.COPY, this::copyImage),
                        action("copy-figures", "app.charts.copy.figures", Feather.COPY, spec -> copy(ChartData.csv(spec))).on("Shortcut+Shift+C"),
                        action("copy-command", "app.charts.copy.command", Feather.TERMINAL, spec -> model.command().ifPresent(this::copy)))
                .map(action -> action.when(shown))
                .toList();
    }

    private Action action(String word, String key, Feather icon, Consumer<ChartSpec> work) {
        return Action.of("charts." + word, key, icon, () -> {
            if (model.chartProperty().get() instanceof ChartState.Shown(Comparison comparison)) {
                work.accept(comparison.spec());
            }
        });
    }

    List<Action> actions() {
        return actions;
    }

    /** Returns a button that offers all of it. */
    MenuButton button() {
        MenuButton button = new MenuButton(Text.of("app.charts.export"), Nodes.icon(Feather.DOWNLOAD));
        button.setId("charts-export");
        button.setMnemonicParsing(true);
        button.setAccessibleText(Text.spoken(Text.of("app.charts.export")));
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        for (Action action : actions) {
            MenuItem item = new MenuItem(Text.of(action.textKey()));
            item.setId(action.id().replace('.', '-'));
            item.setMnemonicParsing(true);
            item.setOnAction(event -> action.run().run());
            button.getItems().add(item);
        }
        button.getItems().add(FILES, new SeparatorMenuItem());
        return button;
    }

    private ChartTheme theme() {
        return Boolean.TRUE.equals(dark.getValue()) ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    private void picture(ChartSpec spec, PictureForm form) {
        ChartTheme with = form == PictureForm.PDF && theme() == ChartTheme.LIGHT ? ChartTheme.PRINT : theme();
        save(spec, form.ending(), file -> Exports.write(new ChartDrawing(spec, ChartLook.file(with)), form, file));
    }

    private void save(ChartSpec spec, String ending, Consumer<Path> writer) {
        String name = spec.title().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^-+|-+$", "");
        Path folder = model.database().map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
        Optional<Path> chosen = model.kit().desk().chooseTarget(Text.of("app.charts.export.title"), folder.resolve(name + "." + ending));
        chosen.ifPresent(file -> model.kit().tasks().start(Text.of("app.charts.export.writing", file.getFileName()), context -> {
            writer.accept(file);
            return file;
        }).then(this::saved));
    }

    private void saved(Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<Path>(Path file) -> model.kit().notices().pass(Text.of("app.charts.export.done", file.getFileName()));
            case Outcome.Failed<Path>(GodwitException error) -> failed(error);
            case Outcome.Cancelled<Path> cancelled -> { }
        }
    }

    private void failed(GodwitException error) {
        model.kit().notices().keep(new Notice(
                Notice.Kind.FAILED, Messages.title(error), Messages.of(error), System.currentTimeMillis(), () -> { }));
    }

    private void copyImage(ChartSpec spec) {
        ChartDrawing drawing = new ChartDrawing(spec, ChartLook.file(theme()));
        model.kit().tasks().ask(Text.of("app.charts.copy.drawing"), context -> Exports.image(drawing, SCREEN)).then(outcome -> {
            switch (outcome) {
                case Outcome.Succeeded<java.awt.image.BufferedImage>(java.awt.image.BufferedImage image) -> {
                    model.kit().desk().copy(Objects.requireNonNull(SwingFXUtils.toFXImage(image, null)));
                    model.kit().notices().pass(Text.of("app.charts.copied"));
                }
                case Outcome.Failed<java.awt.image.BufferedImage>(GodwitException error) -> failed(error);
                case Outcome.Cancelled<java.awt.image.BufferedImage> cancelled -> { }
            }
        });
    }

    private void copy(String text) {
        model.kit().desk().copy(text);
        model.kit().notices().pass(Text.of("app.charts.copied"));
    }
}
