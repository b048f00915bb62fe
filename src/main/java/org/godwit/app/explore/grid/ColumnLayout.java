package org.godwit.app.explore.grid;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.app.fx.Settings;

/** Order, width and visibility of a table's columns, as the person left them. Only for the FX thread. */
public final class ColumnLayout {
    private final Settings settings;
    private final String key;

    /**
     * @param table says which columns these are, such as the table's name
     */
    public ColumnLayout(Settings settings, String table) {
        this.settings = settings;
        this.key = "explore.columns." + URLEncoder.encode(table, StandardCharsets.UTF_8);
    }

    /** A column as it was left. */
    record Column(String name, double width, boolean shown) {}

    List<Column> columns() {
        return settings.get(key, ColumnLayout::read, List.of());
    }

    void remember(List<Column> columns) {
        settings.put(key, columns.stream().map(ColumnLayout::written).collect(Collectors.joining(" ")));
    }

    private static String written(Column column) {
        return URLEncoder.encode(column.name(), StandardCharsets.UTF_8) + ":" + Math.round(column.width()) + ":" + (column.shown() ? "+" : "-");
    }

    private static List<Column> read(String text) {
        List<Column> columns = new ArrayList<>();
        for (String one : Arrays.asList(text.split(" "))) {
            String[] parts = one.split(":");
            if (parts.length == 3) {
                columns.add(new Column(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), Double.parseDouble(parts[1]), parts[2].equals("+")));
            }
        }
        return columns;
    }
}
