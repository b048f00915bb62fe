package org.godwit.app.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.TableInfo;

/**
 * Where the boxes of tables stand: what others refer to at the left, what refers to them at the right. Deterministic;
 * sizes in pixels.
 *
 * @param width of everything
 * @param height of everything
 */
record SchemaSketch(List<Box> boxes, List<Reference> references, double width, double height) {
    static final double BOX_WIDTH = 210;
    static final double HEAD = 32;
    static final double LINE = 21;
    static final int MOST_COLUMNS = 8;
    private static final double ACROSS = 70;
    private static final double DOWN = 22;
    private static final double MARGIN = 12;
    private static final double TALLEST = 900;

    /**
     * A table.
     *
     * @param columns that are shown: keys first, then as many others as there is room for
     * @param hidden how many are not
     */
    record Box(TableInfo table, List<TableInfo.Column> columns, int hidden, double x, double y) {
        double height() {
            return HEAD + LINE * (columns.size() + (hidden > 0 ? 1 : 0)) + 8;
        }
    }

    /** A foreign key between two boxes. */
    record Reference(Box from, TableInfo.ForeignKey key, Box to) {
        /** The height at which it leaves its box. */
        double fromY() {
            int row = 0;
            for (int i = 0; i < from.columns().size(); i++) {
                if (key.columns().contains(from.columns().get(i).name())) {
                    row = i;
                    break;
                }
            }
            return from.y() + HEAD + LINE * row + LINE / 2;
        }

        double toY() {
            return to.y() + HEAD / 2;
        }
    }

    static SchemaSketch of(List<TableInfo> tables) {
        Map<String, TableInfo> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        Map<String, Integer> depths = new HashMap<>();
        byName.values().forEach(table -> depth(table, byName, depths, new HashSet<>()));
        int deepest = depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Box> boxes = new LinkedHashMap<>();
        double x = MARGIN;
        double bottom = 0;
        for (int depth = 0; depth <= deepest; depth++) {
            double y = MARGIN;
            for (TableInfo table : byName.values()) {
                if (depths.getOrDefault(table.name(), 0) != depth) {
                    continue;
                }
                Box box = box(table, x, y);
                if (y > MARGIN && y + box.height() > TALLEST) {
                    x += BOX_WIDTH + ACROSS;
                    y = MARGIN;
                    box = box(table, x, y);
                }
                boxes.put(table.name(), box);
                y += box.height() + DOWN;
                bottom = Math.max(bottom, y);
            }
            x += BOX_WIDTH + ACROSS;
        }
        return new SchemaSketch(List.copyOf(boxes.values()), references(boxes), x - ACROSS + MARGIN, bottom - DOWN + MARGIN);
    }

    /** How many references lie between a table and one that refers to none; a circle is cut where it is met again. */
    private static int depth(TableInfo table, Map<String, TableInfo> all, Map<String, Integer> known, Set<String> way) {
        Integer before = known.get(table.name());
        if (before != null) {
            return before;
        }
        way.add(table.name());
        int depth = 0;
        for (TableInfo.ForeignKey key : table.foreignKeys()) {
            TableInfo to = all.get(key.table());
            if (to != null && !way.contains(to.name())) {
                depth = Math.max(depth, depth(to, all, known, way) + 1);
            }
        }
        way.remove(table.name());
        known.put(table.name(), depth);
        return depth;
    }

    private static Box box(TableInfo table, double x, double y) {
        List<TableInfo.Column> shown = new ArrayList<>(table.columns().stream().filter(column -> isKey(table, column)).limit(MOST_COLUMNS).toList());
        table.columns().stream().filter(column -> !isKey(table, column)).limit(Math.max(0, MOST_COLUMNS - shown.size())).forEach(shown::add);
        return new Box(table, List.copyOf(shown), table.columns().size() - shown.size(), x, y);
    }

    static boolean isKey(TableInfo table, TableInfo.Column column) {
        return table.primaryKey().contains(column.name()) || isReference(table, column);
    }

    static boolean isReference(TableInfo table, TableInfo.Column column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    private static List<Reference> references(Map<String, Box> boxes) {
        List<Reference> references = new ArrayList<>();
        for (Box from : boxes.values()) {
            for (TableInfo.ForeignKey key : from.table().foreignKeys()) {
                Box to = boxes.get(key.table());
                if (to != null) {
                    references.add(new Reference(from, key, to));
                }
            }
        }
        return references;
    }
}
