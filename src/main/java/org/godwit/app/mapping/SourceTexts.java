package org.godwit.app.mapping;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.godwit.app.fx.Text;
import org.godwit.model.JsonType;
import org.godwit.model.Step;

/** What the source tree says of a path, in short. */
final class SourceTexts {
    private SourceTexts() {}

    /** Returns the types, the most common first. */
    static String types(SourceRow row) {
        return row.profile().types().entrySet().stream()
                .sorted(Map.Entry.<JsonType, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> name(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    static String name(JsonType type) {
        return switch (type) {
            case OBJECT -> Text.of("app.mapping.type.object");
            case ARRAY -> Text.of("app.mapping.type.array");
            case STRING -> Text.of("app.mapping.type.string");
            case NUMBER -> Text.of("app.mapping.type.number");
            case BOOLEAN -> Text.of("app.mapping.type.boolean");
            case NULL -> Text.of("app.mapping.type.null");
        };
    }

    static String sample(SourceRow row) {
        return row.profile().samples().stream().min(Comparator.comparing(String::isEmpty)).orElse("");
    }

    /** Returns how many of the containers have it; for elements and entries how many there are in one, on average. */
    static String share(SourceRow.Place place) {
        boolean many = place.steps().getLast() instanceof Step.Elements || place.steps().getLast() instanceof Step.Entries;
        NumberFormat format = many
                ? NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.FORMAT))
                : NumberFormat.getPercentInstance(Locale.getDefault(Locale.Category.FORMAT));
        format.setMaximumFractionDigits(many ? 1 : 0);
        double each = place.parents() == 0 ? 0 : (double) place.profile().occurrences() / place.parents();
        if (many) {
            return "× " + format.format(each);
        }
        return each > 0 && each < 0.01 ? "< " + format.format(0.01) : each > 0.99 && each < 1 ? "> " + format.format(0.99) : format.format(each);
    }
}
