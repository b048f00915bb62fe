package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** What the edits are made of. */
final class Edits {
    private Edits() {}

    static GodwitException refused(String thing, String reason) {
        return new GodwitException(ErrorCode.EDIT_REFUSED, thing, reason);
    }

    static TableSpec table(Plan plan, String name) {
        return plan.table(name).orElseThrow(() -> refused(name, Messages.get("edit.refused.table")));
    }

    static TableSpec.Column column(TableSpec table, String name) {
        return table.column(name).orElseThrow(() -> refused(table.name() + "." + name, Messages.get("edit.refused.column")));
    }

    static TableSpec.Feed feed(TableSpec table, int feed) {
        if (feed < 0 || feed >= table.feeds().size()) {
            throw refused(table.name(), Messages.get("edit.refused.feed", feed + 1));
        }
        return table.feeds().get(feed);
    }

    static Plan with(Plan plan, List<TableSpec> tables, List<Plan.View> views) {
        return plan.withTables(tables, views);
    }

    static Plan tables(Plan plan, UnaryOperator<TableSpec> change) {
        return with(plan, plan.tables().stream().map(change).toList(), plan.views());
    }

    /** Changes one table. */
    static Plan table(Plan plan, String name, UnaryOperator<TableSpec> change) {
        var _ = table(plan, name);
        return tables(plan, table -> table.name().equals(name) ? change.apply(table) : table);
    }

    static TableSpec columns(TableSpec table, List<TableSpec.Column> columns) {
        return table.with(table.key(), columns, table.feeds());
    }

    static TableSpec feeds(TableSpec table, List<TableSpec.Feed> feeds) {
        return table.with(table.key(), table.columns(), feeds);
    }

    static TableSpec feeds(TableSpec table, UnaryOperator<TableSpec.Feed> change) {
        return feeds(table, table.feeds().stream().map(change).toList());
    }

    /** Takes away references to a column that will be gone. */
    static Plan unreferred(Plan plan, String table, String column) {
        List<TableSpec> tables = plan.tables().stream()
                .map(spec -> spec.with(spec.constraints().renamedThere(table, column, null)))
                .toList();
        return with(plan, tables, plan.views());
    }

    /** Changes one feed of one table. */
    static Plan feed(Plan plan, String table, int feed, UnaryOperator<TableSpec.Feed> change) {
        return table(plan, table, spec -> {
            List<TableSpec.Feed> feeds = new ArrayList<>(spec.feeds());
            feeds.set(feed, change.apply(feed(spec, feed)));
            return feeds(spec, feeds);
        });
    }

    static TableSpec.Feed set(TableSpec.Feed feed, Map<String, ValueSpec> set) {
        return new TableSpec.Feed(feed.dataset(), feed.rows(), feed.when(), set);
    }

    /** Returns the feed with every value changed. */
    static TableSpec.Feed values(TableSpec.Feed feed, UnaryOperator<ValueSpec> change) {
        Map<String, ValueSpec> set = new LinkedHashMap<>();
        feed.set().forEach((column, value) -> set.put(column, change.apply(value)));
        return set(feed, set);
    }

    /** Returns the map with another name for a key, at the same place. */
    static <V> Map<String, V> renamed(Map<String, V> map, String from, String to) {
        Map<String, V> renamed = new LinkedHashMap<>();
        map.forEach((key, value) -> renamed.put(key.equals(from) ? to : key, value));
        return renamed;
    }

    static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> left = new LinkedHashMap<>(map);
        left.remove(key);
        return left;
    }

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    static List<String> renamed(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }

    /** Makes sure that no other table or view has this name, whatever its case. */
    static void freeTable(Plan plan, String name, String except) {
        if (name.isBlank()) {
            throw refused(except.isEmpty() ? Messages.get("edit.table.new") : except, Messages.get("edit.refused.empty"));
        }
        boolean taken = plan.tables().stream().map(TableSpec::name).anyMatch(other -> !other.equals(except) && same(other, name))
                || plan.views().stream().map(Plan.View::name).anyMatch(other -> same(other, name));
        if (taken) {
            throw refused(name, Messages.get("edit.refused.taken"));
        }
    }

    /** Makes sure that no other column of the table has this name, whatever its case. */
    static void freeColumn(TableSpec table, String name, String except) {
        if (name.isBlank()) {
            throw refused(table.name() + "." + except, Messages.get("edit.refused.empty"));
        }
        if (table.columns().stream().map(TableSpec.Column::name).anyMatch(other -> !other.equals(except) && same(other, name))) {
            throw refused(table.name() + "." + name, Messages.get("edit.refused.taken"));
        }
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
