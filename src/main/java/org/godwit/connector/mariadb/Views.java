package org.godwit.connector.mariadb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/**
 * Makes a plan's views. Their SQL quotes names with double quotes, which MariaDB otherwise takes for texts. A view can
 * only be made when its tables have their names; whether it can be made is found out before, on temporary tables that
 * nobody else sees.
 */
final class Views {
    private static final String SQL_STANDARD = "SET SESSION sql_mode = concat(@@sql_mode, ',ANSI_QUOTES,PIPES_AS_CONCAT')";
    private static final int REOPENED = 1137;
    private static final Set<Integer> NOT_TO_BE_KNOWN = Set.of(MariaErrors.ACCESS_DATABASE, REOPENED);

    private final Link link;
    private final List<Plan.View> views;

    Views(Link link, List<Plan.View> views) {
        this.link = link;
        this.views = List.copyOf(views);
    }

    /**
     * Looks whether they can be made.
     *
     * @param stages the tables of this run: what they are called now, and will be called
     */
    void check(Map<String, String> stages) {
        if (views.isEmpty()) {
            return;
        }
        link.run("SET @godwit_mode = @@sql_mode");
        try {
            for (Map.Entry<String, String> e : stages.entrySet()) {
                link.attempt("CREATE TEMPORARY TABLE " + MariaSql.name(e.getValue()) + " LIKE " + MariaSql.name(e.getKey()));
            }
            link.run(SQL_STANDARD);
            for (Plan.View view : views) {
                check(view);
            }
        } catch (SQLException e) {
            if (!NOT_TO_BE_KNOWN.contains(e.getErrorCode())) {
                throw link.failed(e);
            }
        } finally {
            link.run("SET SESSION sql_mode = @godwit_mode");
            stages.values().forEach(name -> link.run("DROP TEMPORARY TABLE IF EXISTS " + MariaSql.name(name)));
        }
    }

    private void check(Plan.View view) throws SQLException {
        String fault = MariaSql.fault(view.name());
        if (!fault.isEmpty()) {
            throw refused(view, fault);
        }
        try (PreparedStatement statement = link.prepare("SELECT * FROM (" + view.sql() + "\n) godwit_view LIMIT 0")) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            if (NOT_TO_BE_KNOWN.contains(e.getErrorCode()) || MariaErrors.cutOff(e)) {
                throw e;
            }
            throw refused(view, MariaErrors.reason(e));
        }
    }

    /** Makes them, in the place of views of the same names. */
    void make() {
        if (views.isEmpty()) {
            return;
        }
        link.run("SET @godwit_mode = @@sql_mode");
        link.run(SQL_STANDARD);
        try {
            for (Plan.View view : views) {
                try {
                    link.attempt("CREATE OR REPLACE VIEW \"" + view.name().replace("\"", "\"\"") + "\" AS " + view.sql());
                } catch (SQLException e) {
                    throw MariaErrors.cutOff(e) ? link.failed(e) : refused(view, MariaErrors.reason(e));
                }
            }
        } finally {
            link.run("SET SESSION sql_mode = @godwit_mode");
        }
    }

    private GodwitException refused(Plan.View view, String reason) {
        return new GodwitException(ErrorCode.TARGET_REFUSED, link.place().text(), view.name(), "the view", reason);
    }
}
