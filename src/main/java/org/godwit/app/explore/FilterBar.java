package org.godwit.app.explore;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.explore.Filter;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The conditions that rows have to meet, each with a way to drop it, and a form for one more. */
final class FilterBar extends FlowPane {
    private final TableModel model;
    private final ComboBox<RowSource.Column> column = new ComboBox<>();
    private final ComboBox<Filter.Kind> kind = new ComboBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Label and = Nodes.label(Text.of("app.filter.and"), "muted");
    private final HBox form;
    private final Button add;

    FilterBar(TableModel model) {
        this.model = model;
        getStyleClass().add("filter-bar");
        add = Nodes.button("app.filter.add", Feather.FILTER, this::ask, Styles.FLAT);
        add.setId("add-filter");
        form = form();
        model.filters().addListener((ListChangeListener<Filter>) change -> fill());
        model.askedProperty().subscribe(this::asked);
        model.tableProperty().subscribe(table -> Nodes.show(this, table != null));
        fill();
    }

    private HBox form() {
        column.setId("filter-column");
        column.setAccessibleText(Text.of("app.filter.column"));
        column.setConverter(new InWords<>(RowSource.Column::name));
        kind.setId("filter-kind");
        kind.setAccessibleText(Text.of("app.filter.kind"));
        kind.getItems().setAll(Filter.Kind.values());
        kind.setConverter(new InWords<>(FilterBar::words));
        kind.setValue(Filter.Kind.EQUALS);
        from.setId("filter-value");
        from.setAccessibleText(Text.of("app.filter.value"));
        to.setAccessibleText(Text.of("app.filter.to"));
        from.setOnAction(event -> take());
        to.setOnAction(event -> take());
        kind.valueProperty().subscribe(chosen -> {
            boolean range = chosen == Filter.Kind.RANGE;
            Nodes.show(from, chosen != Filter.Kind.IS_NULL && chosen != Filter.Kind.NOT_NULL);
            Nodes.show(to, range);
            Nodes.show(and, range);
            from.setPromptText(Text.of(range ? "app.filter.from" : "app.filter.value"));
        });
        to.setPromptText(Text.of("app.filter.to"));
        Button apply = Nodes.button("app.filter.apply", Feather.CHECK, this::take);
        apply.setId("filter-apply");
        Button cancel = Nodes.iconButton("app.filter.cancel", Feather.X, model::stopAsking, "small-icon");
        return Nodes.row("filter-form", column, kind, from, and, to, apply, cancel);
    }

    private static String words(Filter.Kind kind) {
        return switch (kind) {
            case EQUALS -> Text.of("app.filter.equals");
            case DIFFERS -> Text.of("app.filter.differs");
            case CONTAINS -> Text.of("app.filter.contains");
            case RANGE -> Text.of("app.filter.range");
            case IS_NULL -> Text.of("app.filter.null");
            case NOT_NULL -> Text.of("app.filter.notNull");
        };
    }

    private void ask() {
        var table = model.tableProperty().get();
        if (table != null) {
            Explorer.columns(table).stream().findFirst().ifPresent(model::askFilter);
        }
    }

    private void asked(Optional<RowSource.Column> wanted) {
        var table = model.tableProperty().get();
        if (wanted.isPresent() && table != null) {
            column.getItems().setAll(Explorer.columns(table));
            column.setValue(wanted.get());
        }
        fill();
        if (wanted.isPresent()) {
            from.requestFocus();
        }
    }

    private void take() {
        RowSource.Column chosen = column.getValue();
        if (chosen != null) {
            boolean range = kind.getValue() == Filter.Kind.RANGE;
            model.filter(new Filter(chosen, kind.getValue(), from.getText(), range ? to.getText() : ""));
            from.clear();
            to.clear();
        }
    }

    private void fill() {
        getChildren().setAll(model.filters().stream().map(this::chip).toList());
        getChildren().add(model.askedProperty().get().isPresent() ? form : add);
    }

    private HBox chip(Filter filter) {
        String words = words(filter);
        Button drop = Nodes.iconButton("app.filter.drop", Feather.X, () -> model.unfilter(filter), "small-icon");
        drop.setAccessibleText(Text.of("app.filter.drop.named", words));
        return Nodes.row("filter-chip", Nodes.label(words), drop);
    }

    private static String words(Filter filter) {
        String name = filter.column().name();
        String value = shortened(filter.from());
        return switch (filter.kind()) {
            case EQUALS, DIFFERS, CONTAINS -> Text.of("app.filter.words", name, words(filter.kind()), value);
            case RANGE -> Text.of("app.filter.words.range", name, value.isEmpty() ? "…" : value, filter.to().isEmpty() ? "…" : shortened(filter.to()));
            case IS_NULL, NOT_NULL -> Text.of("app.filter.words.null", name, words(filter.kind()));
        };
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
