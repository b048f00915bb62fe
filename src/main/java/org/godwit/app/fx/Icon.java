package org.godwit.app.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.css.converter.SizeConverter;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/**
 * An icon of the Feather font. Style sheets give it {@code -fx-icon-size} and {@code -fx-icon-color}, by the class that AtlantaFX
 * has for icons. It has its font from the beginning: an icon that gets it by a style is first laid out with the font of words, and
 * all fonts of the machine are searched for a glyph that none of them has.
 */
public final class Icon extends javafx.scene.text.Text {
    private static final double SIZE = 16;

    private static final CssMetaData<Icon, Number> ICON_SIZE = styled("-fx-icon-size", SizeConverter.getInstance(), SIZE, icon -> icon.size);

    private static final CssMetaData<Icon, Paint> ICON_COLOR =
            styled("-fx-icon-color", PaintConverter.getInstance(), Color.BLACK, icon -> icon.color);

    /** What a text can be given, but for its font and its fill: these are the icon's. */
    private static final List<CssMetaData<? extends Styleable, ?>> STYLED = Stream.concat(
                    javafx.scene.text.Text.getClassCssMetaData().stream().filter(text -> !Set.of("-fx-font", "-fx-fill").contains(text.getProperty())),
                    Stream.of(ICON_SIZE, ICON_COLOR))
            .toList();

    private static final String FAMILY = family();

    private final SimpleStyleableDoubleProperty size = new SimpleStyleableDoubleProperty(ICON_SIZE, this, "size", SIZE);
    private final SimpleStyleableObjectProperty<Paint> color = new SimpleStyleableObjectProperty<>(ICON_COLOR, this, "color", Color.BLACK);
    private Feather shown;

    Icon(Feather icon) {
        getStyleClass().setAll("ikonli-font-icon");
        size.subscribe(points -> setFont(Font.font(FAMILY, points.doubleValue())));
        fillProperty().bind(color);
        shown = icon;
        show(icon);
    }

    /** Becomes another icon. */
    public void show(Feather icon) {
        shown = icon;
        setText(Character.toString(icon.getCode()));
    }

    public Feather shown() {
        return shown;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLED;
    }

    private static String family() {
        return beside().orElseGet(Icon::inside).getFamily();
    }

    private static Font inside() {
        try (InputStream font = new FeatherIkonHandler().getFontResourceAsStream()) {
            return Font.loadFont(font, SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The font's file beside its library, where the build places it. What comes out of a library JavaFX copies to a file first, and
     * to think of a name for that takes it a fiftieth of a second.
     */
    private static Optional<Font> beside() {
        try {
            Path library = Path.of(FeatherIkonHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path file = library.resolveSibling("feather.ttf");
            return Files.isRegularFile(file) ? Optional.ofNullable(Font.loadFont(file.toUri().toString(), SIZE)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a library lies at no place", e);
        }
    }

    private static <T> CssMetaData<Icon, T> styled(String name, StyleConverter<?, T> converter, T first, Function<Icon, StyleableProperty<T>> property) {
        return new CssMetaData<>(name, converter, first) {
            @Override
            public boolean isSettable(Icon icon) {
                return true;
            }

            @Override
            public StyleableProperty<T> getStyleableProperty(Icon icon) {
                return property.apply(icon);
            }
        };
    }
}
