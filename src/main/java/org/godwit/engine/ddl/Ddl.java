package org.godwit.engine.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;
import org.godwit.engine.check.CheckFit;
import org.godwit.engine.check.CheckText;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Writes what DuckDB gets for the tables and views of a plan. */
public final class Ddl {
    private Ddl() {}

    /** Returns the statements in their order, each on lines of its own, ending with semicolons. */
    public static String of(Plan plan) {
        List<String> statements = new ArrayList<>();
        plan.tables().forEach(table -> statements.add(table(table)));
        Set<String> referred = plan.tables().stream()
                .flatMap(table -> table.feeds().stream())
                .flatMap(feed -> feed.set().values().stream())
                .map(Ddl::refersTo)
                .collect(Collectors.toSet());
        for (TableSpec table : plan.tables()) {
            table.columns().stream().filter(column -> column.generateId() && referred.contains(table.name())).forEach(
                    id -> statements.add("ALTER TABLE " + Sql.name(table.name()) + " ADD PRIMARY KEY (" + Sql.name(id.name()) + ");"));
        }
        plan.views().forEach(view -> statements.add("CREATE OR REPLACE VIEW " + Sql.name(view.name()) + " AS " + view.sql() + ";"));
        return String.join("\n\n", statements) + "\n";
    }

    private static String refersTo(ValueSpec value) {
        return switch (value) {
            case ValueSpec.Ref ref -> ref.table();
            case ValueSpec.Parent parent -> parent.table();
            case ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> "";
        };
    }

    private static String table(TableSpec table) {
        var form = TableForm.batch(table);
        List<DataType> types = new ArrayList<>(table.columns().stream().map(TableSpec.Column::type).toList());
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < form.names().size(); i++) {
            columns.add("    " + Sql.name(form.names().get(i)) + " " + types.get(i).sql());
        }
        for (TableSpec.Check check : table.constraints().checks()) {
            RowCheck condition = CheckFit.of(check.condition(), table).check();
            if (condition != null) {
                columns.add("    " + CheckText.ddl(new TableSpec.Check(check.name(), condition)));
            }
        }
        return "CREATE TABLE " + Sql.name(table.name()) + " (\n" + String.join(",\n", columns) + "\n);";
    }
}
