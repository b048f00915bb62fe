package org.godwit.engine.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;

/**
 * How a plan uses one dataset; equal uses give equal coverage.
 *
 * @param feeds of the dataset, each with its table's columns and whether the table has a key
 */
record Uses(List<Use> feeds) {
    Uses {
        feeds = List.copyOf(feeds);
    }

    record Use(TableSpec.Feed feed, List<TableSpec.Column> columns, boolean keyed) {}

    /** Returns the uses of every dataset that a plan feeds from. */
    static Map<String, Uses> of(Plan plan) {
        Map<String, List<Use>> uses = new java.util.LinkedHashMap<>();
        for (TableSpec table : plan.tables()) {
            for (TableSpec.Feed feed : table.feeds()) {
                uses.computeIfAbsent(feed.dataset(), _ -> new ArrayList<>()).add(new Use(feed, table.columns(), !table.key().isEmpty()));
            }
        }
        Map<String, Uses> made = new java.util.LinkedHashMap<>();
        uses.forEach((dataset, list) -> made.put(dataset, new Uses(list)));
        return made;
    }
}
