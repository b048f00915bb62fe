package org.godwit.app.charts;

import org.godwit.app.fx.Text;

/** What is compared, as the first choice. */
enum Kind {
    MODEL,
    HARDWARE,
    TABLE;

    String label() {
        return switch (this) {
            case MODEL -> Text.of("app.charts.kind.model");
            case HARDWARE -> Text.of("app.charts.kind.hardware");
            case TABLE -> Text.of("app.charts.kind.table");
        };
    }
}
