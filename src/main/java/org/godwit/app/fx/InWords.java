package org.godwit.app.fx;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the values of a choice in words; nobody types them. */
public final class InWords<T> extends StringConverter<T> {
    private final Function<? super T, String> words;

    public InWords(Function<? super T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
