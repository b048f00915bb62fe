package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * The lines from paths to columns of the selected table. Only what is on the screen at both sides is drawn; after every
 * layout it is looked whether something has moved, so the lines follow scrolling, opening and filtering.
 */
final class LinksPane extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final int MOST = 400;

    private final MappingModel model;
    private final SourcePane source;
    private final TargetPane target;
    private final Runnable look = this::look;
    private Map<String, List<Object>> links = Map.of();
    private List<Line> drawn = List.of();

    /**
     * One line.
     *
     * @param inside whether it leads to something inside the line at the left, which is closed
     */
    private record Line(double from, double to, boolean chosen, boolean inside) {}

    LinksPane(MappingModel model, SourcePane source, TargetPane target) {
        this.model = model;
        this.source = source;
        this.target = target;
        getStyleClass().add("mapping-links");
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        sceneProperty().subscribe((was, now) -> follow(was, now));
        model.planProperty().subscribe(_ -> link());
        model.selectionProperty().subscribe(selection -> {
            link();
            reveal(selection);
        });
        model.inspectionProperty().subscribe(_ -> link());
    }

    private void follow(@Nullable Scene was, @Nullable Scene now) {
        if (was != null) {
            was.removePostLayoutPulseListener(look);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(look);
        }
    }

    /** Finds which places each column of the selected table is filled from. */
    private void link() {
        Map<String, List<Object>> made = new HashMap<>();
        model.table().ifPresent(table -> {
            for (TableSpec.Feed feed : table.feeds()) {
                feed.set().forEach((column, value) -> {
                    for (PathExpr path : FeedPaths.reads(value)) {
                        FeedPaths.absolute(feed, path)
                                .flatMap(steps -> source.index().find(feed.dataset(), steps))
                                .ifPresent(row -> made.computeIfAbsent(column, _ -> new ArrayList<>()).add(SourcePane.key(row)));
                    }
                });
            }
        });
        links = made;
        requestLayout();
    }

    private void reveal(Selection selection) {
        model.table().ifPresent(table -> table.feeds().stream()
                .filter(feed -> !selection.isColumn() || feed.set().containsKey(selection.column()))
                .findFirst()
                .ifPresent(feed -> source.reveal(feed.dataset(), places(feed, selection))));
    }

    private static List<List<Step>> places(TableSpec.Feed feed, Selection selection) {
        if (!selection.isColumn()) {
            return List.of(FeedPaths.unnamed(feed.rows().steps()));
        }
        return FeedPaths.reads(Objects.requireNonNull(feed.set().get(selection.column()))).stream()
                .flatMap(path -> FeedPaths.absolute(feed, path).stream())
                .toList();
    }

    private void look() {
        if (getScene() == null || !isVisible()) {
            return;
        }
        Map<Object, Double> left = new HashMap<>();
        source.visible().each(this, (row, y) -> left.put(SourcePane.key(row), y));
        List<Line> lines = new ArrayList<>();
        Selection selection = model.selectionProperty().get();
        target.visible().each(this, (row, y) -> {
            if (row.selection().isColumn() && row.selection().table().equals(selection.table())) {
                for (Object place : links.getOrDefault(row.name(), List.of())) {
                    line(left, place, y, row.selection().equals(selection), lines);
                }
            }
        });
        lines.sort(java.util.Comparator.comparing(Line::chosen));
        if (!lines.equals(drawn)) {
            drawn = lines;
            draw();
        }
    }

    private static void line(Map<Object, Double> left, Object place, double y, boolean chosen, List<Line> lines) {
        List<?> key = (List<?>) place;
        List<?> steps = (List<?>) key.get(1);
        for (int length = steps.size(); length >= 0 && lines.size() < MOST; length--) {
            Double from = left.get(List.of(key.get(0), steps.subList(0, length)));
            if (from != null) {
                lines.add(new Line(from, y, chosen, length < steps.size()));
                return;
            }
        }
    }

    private void draw() {
        getChildren().clear();
        for (Line line : drawn) {
            double width = getWidth();
            CubicCurve curve = new CubicCurve(0, line.from, width * 0.5, line.from, width * 0.5, line.to, width, line.to);
            curve.getStyleClass().add("link");
            curve.pseudoClassStateChanged(CHOSEN, line.chosen);
            curve.pseudoClassStateChanged(HIDDEN, line.inside);
            getChildren().add(curve);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 48;
    }
}
