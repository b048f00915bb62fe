package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.engine.text.Messages;
import org.godwit.model.Condition;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Changes of how a dataset fills a table. */
public sealed interface FeedEdit extends PlanEdit {
    /** Says what becomes a row, and which of them. */
    record Rows(String table, int feed, String dataset, PathExpr rows, @Nullable Condition when) implements FeedEdit {
        @Override
        public Plan apply(Plan plan) {
            return Edits.feed(plan, table, feed, was -> new TableSpec.Feed(dataset, rows, when, was.set()));
        }

        @Override
        public String words() {
            return Messages.get("edit.feed.rows", table);
        }
    }

    /** Lets another dataset fill the table too. */
    record Add(String table, String dataset, PathExpr rows) implements FeedEdit {
        @Override
        public Plan apply(Plan plan) {
            return Edits.table(plan, table, was -> {
                List<TableSpec.Feed> feeds = new ArrayList<>(was.feeds());
                feeds.add(new TableSpec.Feed(dataset, rows, null, Map.of()));
                return Edits.feeds(was, feeds);
            });
        }

        @Override
        public String words() {
            return Messages.get("edit.feed.add", table, dataset);
        }
    }

    /** Lets a dataset no longer fill the table. */
    record Drop(String table, int feed) implements FeedEdit {
        @Override
        public Plan apply(Plan plan) {
            var _ = Edits.feed(Edits.table(plan, table), feed);
            return Edits.table(plan, table, was -> {
                List<TableSpec.Feed> feeds = new ArrayList<>(was.feeds());
                feeds.remove(feed);
                return Edits.feeds(was, feeds);
            });
        }

        @Override
        public String words() {
            return Messages.get("edit.feed.drop", table);
        }
    }

    /**
     * Says where a column's value comes from: paths, transforms, default, what NULL means, or a reference.
     *
     * @param value null for nowhere
     */
    record Value(String table, int feed, String column, @Nullable ValueSpec value) implements FeedEdit {
        @Override
        public Plan apply(Plan plan) {
            var _ = Edits.column(Edits.table(plan, table), column);
            return Edits.feed(plan, table, feed, was -> Edits.set(
                    was, value == null ? Edits.without(was.set(), column) : Edits.with(was.set(), column, value)));
        }

        @Override
        public String words() {
            return value == null ? Messages.get("edit.value.none", column) : Messages.get("edit.value", column);
        }
    }
}
