package org.godwit.app.charts;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private final ChartsModel model;
    private final Supplier<ChartTheme> theme;
    private final MenuButton button = new MenuButton(Text.of("app.charts.export"), Nodes.icon(Feather.DOWNLOAD));

    ExportMenu(ChartsModel model, Supplier<ChartTheme> theme) {
        this.model = model;
        this.theme = theme;
        button.setId("charts-export");
        button.setMnemonicParsing(true);
        button.setAccessibleText(Text.spoken(Text.of("app.charts.export")));
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        add("app.charts.export.png", "charts-png", spec -> picture(spec, PictureForm.PNG));
        add("app.charts.export.svg", "charts-svg", spec -> picture(spec, PictureForm.SVG));
        add("app.charts.export.pdf", "charts-pdf", spec -> picture(spec, PictureForm.PDF));
        add("app.charts.export.csv", "charts-csv", spec -> save(spec, "csv", file -> AtomicFile.write(file, ChartData.csv(spec))));
        button.getItems().add(new SeparatorMenuItem());
        add("app.charts.copy.image", "charts-copy-image", this::copyImage);
        add("app.charts.copy.figures", "charts-copy-figures", spec -> copy(ChartData.csv(spec)));
        add("app.charts.copy.command", "charts-copy-command", spec -> model.command().ifPresent(this::copy));
    }

    MenuButton button() {
        return button;
    }

    private void add(String key, String id, Consumer<ChartSpec> action) {
        MenuItem item = new MenuItem(Text.of(key));
        item.setId(id);
        item.setMnemonicParsing(true);
        item.setOnAction(event -> {
            if (model.chartProperty().get() instanceof ChartState.Shown(Comparison comparison)) {
                action.accept(comparison.spec());
            }
        });
        button.getItems().add(item);
    }

    private void picture(ChartSpec spec, PictureForm form) {
        ChartTheme with = form == PictureForm.PDF && theme.get() == ChartTheme.LIGHT ? ChartTheme.PRINT : theme.get();
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
        ChartDrawing drawing = new ChartDrawing(spec, ChartLook.file(theme.get()));
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
