package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.godwit.engine.check.CheckFit;
import org.godwit.engine.check.CheckReader;
import org.godwit.engine.check.CheckText;
import org.godwit.model.DataType;
import org.godwit.model.RowCheck;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.Dialect;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Which conditions of a source's table go along, and which mean something that other databases would not. Used once. */
final class SourceChecks {
    /** How declarations of columns begin whose texts have neither a length of their own nor an order of values. */
    private static final List<String> TEXTS = List.of("text", "varchar", "character varying", "tinytext", "mediumtext", "longtext");
    private static final Set<String> EXACT = Set.of("smallint", "integer", "bigint");

    private final TableInfo info;
    private final Map<String, String> kept;
    private final TableSpec table;
    private final List<TableSpec.Check> carried = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** @param kept what the columns of the source are called in the plan's table */
    SourceChecks(TableInfo info, Map<String, String> kept, TableSpec table) {
        this.info = info;
        this.kept = kept;
        this.table = table;
        Map<String, DataType> types = types();
        for (TableInfo.Check check : info.checks()) {
            Optional<RowCheck> found = CheckReader.of(check.dialect(), check.expression(), this::keeps)
                    .map(condition -> condition.renamed(this::spelled))
                    .map(condition -> CheckFit.of(condition, types, loose(check)).check())
                    .map(condition -> condition.renamed(name -> kept.getOrDefault(name, name)));
            found.ifPresentOrElse(condition -> add(check.name(), condition), () -> others.add(told(check)));
        }
    }

    /** Returns those that go along. */
    List<TableSpec.Check> carried() {
        return carried;
    }

    /** Returns the others, in the source's words. */
    List<String> others() {
        return others;
    }

    static String told(TableInfo.Check check) {
        String expression = check.expression();
        boolean enclosed = expression.startsWith("(") && expression.endsWith(")");
        return "CHECK " + (enclosed ? expression : "(" + expression + ")");
    }

    private void add(String name, RowCheck condition) {
        boolean again = carried.stream().anyMatch(check -> CheckText.text(check.condition()).equals(CheckText.text(condition)));
        boolean taken = carried.stream().anyMatch(check -> check.name().equalsIgnoreCase(name));
        if (!again) {
            carried.add(new TableSpec.Check(taken ? "" : name, condition));
        }
    }

    /** Returns a column's name as the table has it: SQL need not write it so. */
    private String spelled(String name) {
        List<String> names = info.columns().stream().map(TableInfo.Column::name).toList();
        List<String> alike = names.stream().filter(name::equalsIgnoreCase).toList();
        return names.contains(name) || alike.size() != 1 ? name : alike.get(0);
    }

    /** Returns the types of the columns whose values are compared in the plan's table as they were in the source. */
    private Map<String, DataType> types() {
        Map<String, DataType> types = new HashMap<>();
        for (TableInfo.Column column : info.columns()) {
            String name = kept.getOrDefault(column.name(), "");
            table.column(name).filter(there -> isSame(column, there)).ifPresent(there -> types.put(column.name(), there.type()));
        }
        return types;
    }

    private boolean isSame(TableInfo.Column column, TableSpec.Column there) {
        String declared = column.declared().toLowerCase(Locale.ROOT);
        boolean day = there.type().kind() == DataType.Kind.DATE || there.type().kind() == DataType.Kind.TIMESTAMP;
        // Where days are days, their text is only the way; SQLite compares the texts. Moments with a zone are moved on the way.
        boolean reads = day && there.type().equals(column.type()) && !is(Dialect.SQLITE) && !declared.contains("with time zone")
                && !(is(Dialect.MARIADB) && declared.startsWith("timestamp"));
        boolean plain = !day && table.feeds().stream()
                .allMatch(feed -> feed.set().get(there.name()) instanceof ValueSpec.From from && from.transforms().isEmpty());
        // Of CHAR(n) some count the spaces at the end and some do not.
        return (reads || plain) && !declared.startsWith("character(");
    }

    private boolean is(Dialect dialect) {
        return info.checks().stream().anyMatch(check -> check.dialect() == dialect);
    }

    private Set<String> loose(TableInfo.Check check) {
        Set<String> loose = new HashSet<>(check.loose());
        if (check.dialect() != Dialect.SQLITE) {
            info.columns().stream().filter(column -> !isText(column)).forEach(column -> loose.add(column.name()));
        }
        return loose;
    }

    private static boolean isText(TableInfo.Column column) {
        String declared = column.declared().toLowerCase(Locale.ROOT);
        return TEXTS.stream().anyMatch(declared::startsWith);
    }

    /** PostgreSQL writes down what it takes a column for where that is wider than its type. */
    private boolean keeps(String name, String type) {
        return info.columns().stream().filter(column -> column.name().equals(spelled(name))).anyMatch(column -> switch (type) {
            case "text", "varchar" -> isText(column);
            case "numeric", "decimal" -> is(Dialect.POSTGRESQL) && (EXACT.contains(column.declared()) || column.declared().startsWith("numeric"));
            default -> false;
        });
    }
}
