package org.godwit.app.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.MatrixWords;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;

/**
 * A matrix on a canvas: only what is seen is drawn, labels and headings stay while the squares scroll. One square has the
 * keyboard's focus: arrows, Home, End, Page Up and Page Down move it, Enter opens it; it is what screen readers hear.
 */
final class Heatmap extends Region {
    private final HeatColours colours = new HeatColours(this::requestLayout);
    private final HeatTexts texts = new HeatTexts();
    private final Canvas canvas = new Canvas();
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final HoverCard card = new HoverCard();
    private final ObjectProperty<@Nullable Arrangement> arrangement = new SimpleObjectProperty<>();
    private final BooleanProperty withTexts = new SimpleBooleanProperty(true);
    private final BiConsumer<Integer, Integer> opener;
    private @Nullable HeatGeometry geometry;
    private double measured;
    private Matrix.@Nullable Pair hovered;
    private Matrix.Pair focus = new Matrix.Pair(0, 0);
    private boolean cardAtFocus;

    /**
     * @param opener opens the square in this row and column
     */
    Heatmap(BiConsumer<Integer, Integer> opener) {
        this.opener = opener;
        getStyleClass().add("heatmap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleHelp(Text.of("app.matrix.heatmap.help"));
        getChildren().addAll(canvas, across, down, card);
        arrangement.subscribe((before, now) -> arranged());
        withTexts.subscribe((before, now) -> arranged());
        focusedProperty().subscribe(has -> {
            cardAtFocus = cardAtFocus && has;
            requestLayout();
        });
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> leave());
        setOnMousePressed(this::press);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
    }

    ObjectProperty<@Nullable Arrangement> arrangementProperty() {
        return arrangement;
    }

    /** Whether squares hold counts beside their glyphs, or are narrow. */
    BooleanProperty withTextsProperty() {
        return withTexts;
    }

    HeatColours colours() {
        return colours;
    }

    /** Returns the square with the focus, by its place on the screen. */
    Matrix.Pair focusSquare() {
        return focus;
    }

    private ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe((before, now) -> requestLayout());
        return bar;
    }

    private void arranged() {
        geometry = null;
        hovered = null;
        Arrangement look = arrangement.get();
        int rows = look == null ? 0 : look.rowCount();
        int columns = look == null ? 0 : look.columnCount();
        focus = new Matrix.Pair(Math.clamp(focus.row(), 0, Math.max(0, rows - 1)), Math.clamp(focus.column(), 0, Math.max(0, columns - 1)));
        tell();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Arrangement look = arrangement.get();
        if (look == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double thick = Math.max(10, down.prefWidth(-1));
        HeatGeometry now = geometry(look, getWidth() - thick);
        boolean needsDown = now.heading() + now.height() > getHeight();
        double width = getWidth() - (needsDown ? thick : 0);
        boolean needsAcross = now.labels() + now.width() > width;
        double height = getHeight() - (needsAcross ? thick : 0);
        arrange(down, needsDown, now.height(), height - now.heading());
        arrange(across, needsAcross, now.width(), width - now.labels());
        down.resizeRelocate(width, now.heading(), thick, Math.max(0, height - now.heading()));
        across.resizeRelocate(now.labels(), height, Math.max(0, width - now.labels()), thick);
        canvas.setWidth(width);
        canvas.setHeight(height);
        new HeatPainter(canvas.getGraphicsContext2D(), now, colours, texts, across.getValue(), down.getValue())
                .paint(hovered, isFocused() ? focus : null);
        placeCard(look, now, width, height);
    }

    /** Measuring all squares takes a while: not again while only something scrolls. */
    private HeatGeometry geometry(Arrangement look, double available) {
        HeatGeometry known = geometry;
        if (known == null || measured != available) {
            known = new HeatGeometry(look, texts::width, withTexts.get(), available);
            geometry = known;
            measured = available;
        }
        return known;
    }

    private static void arrange(ScrollBar bar, boolean needed, double content, double view) {
        bar.setVisible(needed);
        double most = needed ? Math.max(0, content - view) : 0;
        bar.setMax(most);
        bar.setVisibleAmount(content <= 0 ? 0 : most * Math.min(1, view / content));
        bar.setBlockIncrement(Math.max(HeatGeometry.ROW, view * 0.9));
        bar.setUnitIncrement(HeatGeometry.ROW);
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
    }

    private void placeCard(Arrangement look, HeatGeometry now, double width, double height) {
        Matrix.Pair about = hovered != null ? hovered : cardAtFocus && isFocused() ? focus : null;
        if (about == null || about.row() >= look.rowCount() || about.column() >= look.columnCount()) {
            card.setVisible(false);
            return;
        }
        card.show(MatrixWords.lines(look, about.row(), about.column()), look.square(about.row(), about.column()));
        double cardWidth = card.prefWidth(-1);
        double cardHeight = card.prefHeight(cardWidth);
        double x = now.labels() + about.column() * now.cell() - across.getValue();
        double y = now.heading() + now.top(about.row()) - down.getValue() + HeatGeometry.ROW + 6;
        double left = Math.clamp(x, 0, Math.max(0, width - cardWidth - 4));
        double top = y + cardHeight > height ? Math.max(0, y - HeatGeometry.ROW - 12 - cardHeight) : y;
        card.resizeRelocate(snapPositionX(left), snapPositionY(top), cardWidth, cardHeight);
        card.setVisible(true);
    }

    private Optional<Matrix.Pair> at(double x, double y) {
        HeatGeometry now = geometry;
        if (now == null || x < now.labels() || y < now.heading() || x > canvas.getWidth() || y > canvas.getHeight()) {
            return Optional.empty();
        }
        return now.at(x - now.labels() + across.getValue(), y - now.heading() + down.getValue());
    }

    private void hover(MouseEvent event) {
        Matrix.Pair found = at(event.getX(), event.getY()).orElse(null);
        if (found == null ? hovered != null : !found.equals(hovered)) {
            hovered = found;
            cardAtFocus = false;
            requestLayout();
        }
    }

    private void leave() {
        hovered = null;
        requestLayout();
    }

    private void press(MouseEvent event) {
        requestFocus();
        at(event.getX(), event.getY()).ifPresent(pair -> {
            focus = pair;
            tell();
            requestLayout();
            opener.accept(pair.row(), pair.column());
        });
    }

    private void scroll(ScrollEvent event) {
        move(event.isShiftDown() ? across : down, -event.getDeltaY());
        move(across, -event.getDeltaX());
        hovered = null;
        event.consume();
    }

    private static void move(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    private void key(KeyEvent event) {
        Arrangement look = arrangement.get();
        if (look == null || look.rowCount() == 0 || look.columnCount() == 0) {
            return;
        }
        int page = Math.max(1, (int) (getHeight() / HeatGeometry.ROW) - 3);
        switch (event.getCode()) {
            case UP -> moveFocus(look, -1, 0);
            case DOWN -> moveFocus(look, 1, 0);
            case LEFT -> moveFocus(look, 0, -1);
            case RIGHT -> moveFocus(look, 0, 1);
            case PAGE_UP -> moveFocus(look, -page, 0);
            case PAGE_DOWN -> moveFocus(look, page, 0);
            case HOME -> moveFocus(look, event.isShortcutDown() ? -look.rowCount() : 0, -look.columnCount());
            case END -> moveFocus(look, event.isShortcutDown() ? look.rowCount() : 0, look.columnCount());
            case ENTER, SPACE -> {
                cardAtFocus = false;
                requestLayout();
                opener.accept(focus.row(), focus.column());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveFocus(Arrangement look, int rows, int columns) {
        focus = new Matrix.Pair(
                Math.clamp(focus.row() + (long) rows, 0, look.rowCount() - 1), Math.clamp(focus.column() + (long) columns, 0, look.columnCount() - 1));
        hovered = null;
        cardAtFocus = true;
        HeatGeometry now = geometry;
        if (now != null) {
            reveal(down, now.top(focus.row()) - (look.startsGroup(focus.row()) ? HeatGeometry.GROUP : 0), now.top(focus.row()) + HeatGeometry.ROW,
                    canvas.getHeight() - now.heading());
            reveal(across, focus.column() * now.cell(), (focus.column() + 1) * now.cell(), canvas.getWidth() - now.labels());
        }
        tell();
        requestLayout();
    }

    private static void reveal(ScrollBar bar, double from, double to, double view) {
        if (from < bar.getValue()) {
            bar.setValue(Math.clamp(from, 0, bar.getMax()));
        } else if (to > bar.getValue() + view) {
            bar.setValue(Math.clamp(to - view, 0, bar.getMax()));
        }
    }

    /** Gives screen readers the focused square in words. */
    private void tell() {
        Arrangement look = arrangement.get();
        boolean empty = look == null || look.rowCount() == 0 || look.columnCount() == 0;
        setAccessibleText(empty ? Text.of("app.matrix.heatmap.empty") : String.join(". ", MatrixWords.lines(look, focus.row(), focus.column())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(HeatColours.metadata());
        return all;
    }
}
