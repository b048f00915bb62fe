package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.app.fx.Text;

/** What the target side says of a table or column, in short. */
final class TargetTexts {
    private TargetTexts() {}

    static String type(TargetRow row) {
        return switch (row) {
            case TargetRow.Table table -> Text.of("app.mapping.target.columns", table.table().columns().size());
            case TargetRow.Column column -> column.column().type().sql();
        };
    }

    static String flags(TargetRow row) {
        return switch (row) {
            case TargetRow.Table _ -> "";
            case TargetRow.Column column -> {
                List<String> flags = new ArrayList<>();
                if (column.table().key().contains(column.name())) {
                    flags.add(Text.of("app.mapping.flag.key"));
                }
                if (column.column().generateId()) {
                    flags.add(Text.of("app.mapping.flag.id"));
                }
                if (column.column().required()) {
                    flags.add(Text.of("app.mapping.flag.required"));
                }
                yield String.join(", ", flags);
            }
        };
    }

    static String from(TargetRow row) {
        return switch (row) {
            case TargetRow.Table table ->
                table.table().feeds().stream().map(feed -> feed.dataset()).distinct().collect(Collectors.joining(", "));
            case TargetRow.Column column -> column.from();
        };
    }
}
