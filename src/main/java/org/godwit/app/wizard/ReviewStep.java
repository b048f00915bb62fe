package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Layout;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Finding;
import org.kordamp.ikonli.feather.Feather;

/** The plan in words, and the one button that starts the work, named by what it does. */
final class ReviewStep extends StackPane {
    static final WizardStep STEP =
            new WizardStep("review", "app.step.review", model -> model.review().blocked(), ReviewStep::new, ReviewStep::commit);

    private static final double LEAST_OF_FINDINGS = 150;
    private static final double ROOM_FOR_SOURCES = 420;
    private static final double LEAST_OF_WORDS = 360;

    private final WizardModel wizard;

    ReviewStep(WizardModel wizard, Desk desk) {
        this.wizard = wizard;
        ReviewModel review = wizard.review();
        int mine = MigrationWizard.index("review");
        wizard.stepProperty().subscribe(step -> {
            if (step.intValue() == mine) {
                review.look();
                fill();
            }
        });
        review.thereProperty().subscribe(seen -> fill());
        review.mode().subscribe(mode -> fill());
    }

    /** Shown anew each time it is entered: everything before may have changed. */
    private void fill() {
        Node before = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().clear();
        if (wizard.step().equals("review") && wizard.found().isPresent()) {
            getChildren().add(Nodes.scrolling(page(wizard.review())));
            if (before instanceof CheckBox) {
                focus(before.getId());
            }
        }
    }

    private void focus(String id) {
        // What is scrolled is found once its pane has a skin.
        applyCss();
        Node box = lookup("#" + id);
        if (box != null) {
            box.requestFocus();
        }
    }

    private static Optional<Button> commit(WizardModel wizard) {
        Button migrate = Nodes.button("app.review.migrate.plain", Feather.PLAY, wizard::migrate, Styles.ACCENT, "big-button");
        migrate.setId("migrate");
        Runnable name = () -> {
            String verb = wizard.review().verb();
            migrate.setText(verb);
            migrate.setAccessibleText(Text.spoken(verb));
        };
        wizard.stepProperty().subscribe(step -> name.run());
        wizard.review().thereProperty().subscribe(seen -> name.run());
        wizard.review().mode().subscribe(mode -> name.run());
        return Optional.of(migrate);
    }

    private static VBox page(ReviewModel review) {
        VBox words = Nodes.column("card-box", Nodes.label(Text.of("app.review.words"), "card-title"));
        words.getStyleClass().add("review-words");
        review.words().forEach(sentence -> words.getChildren().add(bullet(Feather.CHEVRON_RIGHT, sentence)));
        words.getChildren().add(bullet(Feather.DATABASE, review.target()));
        if (review.canReplace()) {
            words.getChildren().add(replacing(review));
        }
        words.getChildren().add(bullet(Feather.SHIELD, Text.of("app.found.safe")));
        words.getChildren().add(consent(review.protection()));
        TableView<ReviewModel.TablePlan> tables = tables(review.tables(), review.replaces());
        VBox.setVgrow(tables, Priority.ALWAYS);
        List<Finding> findings = review.findings();
        VBox left = Nodes.column("review-side", Nodes.label(Text.of("app.review.tables", review.tables().size()), "section-title"), tables);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = Nodes.column("review-side", words);
        if (!findings.isEmpty()) {
            FindingList list = new FindingList(findings);
            VBox.setVgrow(list, Priority.ALWAYS);
            list.setMinHeight(LEAST_OF_FINDINGS);
            right.getChildren().addAll(Nodes.label(Text.of("app.review.findings", findings.size(), serious(findings)), "section-title"), list);
        }
        right.setMinWidth(LEAST_OF_WORDS);
        right.setPrefWidth(430);
        HBox body = Nodes.row("review-body", left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        return Nodes.column("review", Nodes.label(Text.of("app.review.title", review.plan().name()), Styles.TITLE_3), body);
    }

    private static CheckBox replacing(ReviewModel review) {
        CheckBox box = new CheckBox(Text.of("app.review.replacing"));
        box.setId("replace");
        box.setWrapText(true);
        box.setSelected(review.replaces());
        // The page is filled anew then, with another box.
        box.setOnAction(event -> review.replace(box.isSelected()));
        return box;
    }

    private static CheckBox consent(Protection protection) {
        CheckBox box = new CheckBox();
        box.setId("consent");
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(protection.agreedProperty());
        protection.guardianProperty().subscribe(name -> {
            box.setText(Text.of("app.review.protected", name));
            Nodes.show(box, !name.isEmpty());
        });
        return box;
    }

    private static long serious(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() != Finding.Severity.INFO).count();
    }

    private static Node bullet(Feather icon, String sentence) {
        Label words = Nodes.wrapped(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Nodes.row("line", Nodes.icon(icon, "accent"), words);
        line.getStyleClass().add("top-line");
        return line;
    }

    private static TableView<ReviewModel.TablePlan> tables(List<ReviewModel.TablePlan> tables, boolean replaces) {
        TableView<ReviewModel.TablePlan> table = new TableView<>();
        table.setId("planned");
        table.setAccessibleText(Text.of("app.review.tables", tables.size()));
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add(table, "app.review.table", 210, ReviewModel.TablePlan::name);
        add(table, "app.review.what", 110, plan -> what(plan, replaces));
        add(table, "app.review.rows", 80, ReviewStep::rows).getStyleClass().add("number");
        add(table, "app.review.columns", 75, plan -> Figures.count(plan.columns())).getStyleClass().add("number");
        Layout.whereThereIsRoom(table, add(table, "app.review.from", 150, ReviewModel.TablePlan::from), ROOM_FOR_SOURCES);
        table.getItems().setAll(tables);
        return table;
    }

    private static String what(ReviewModel.TablePlan plan, boolean replaces) {
        return plan.has() < 0 ? Text.of("app.review.new") : Text.of(replaces ? "app.review.gives" : "app.review.has", plan.has());
    }

    private static String rows(ReviewModel.TablePlan plan) {
        return Text.of(plan.expected().exact() ? "app.review.rows.exact" : "app.review.rows.most", plan.expected().rows());
    }

    private static TableColumn<ReviewModel.TablePlan, String> add(
            TableView<ReviewModel.TablePlan> table, String key, double width, Function<ReviewModel.TablePlan, String> text) {
        TableColumn<ReviewModel.TablePlan, String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }
}
