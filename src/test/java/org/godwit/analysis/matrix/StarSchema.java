package org.godwit.analysis.matrix;

import java.nio.file.Path;
import java.util.List;
import org.godwit.duck.Session;

/** A small database in the star schema of benchmarks, made for tests. */
public final class StarSchema {
    /** A name that is dangerous in SQL, HTML, CSV, Markdown and on one line. */
    public static final String HOSTILE = "a\"b'c, <script>alert(1)</script> & | `x`\nsecond line";

    private StarSchema() {}

    /**
     * Makes one with every state: models full, partial, conflicting, fails, simulated, undecided and the hostile one on
     * cpu; all but the first have nothing on cuda.
     */
    public static Path make(Path file) {
        try (Session session = Session.open(file)) {
            for (String sql : List.of(
                    "CREATE TABLE models (model_id BIGINT, model_name VARCHAR, model_family VARCHAR)",
                    "INSERT INTO models VALUES (1, 'full', 'f1'), (2, 'partial', 'f1'), (3, 'conflicting', 'f2'), (4, 'fails', 'f2'), (5, 'simulated', NULL),"
                            + " (6, 'undecided', NULL), (7, '" + HOSTILE.replace("'", "''") + "', 'f<2>'), (8, 'never', 'f1'), (9, 'full', 'f1')",
                    "CREATE TABLE hardware_platforms (hardware_id BIGINT, hardware_type VARCHAR)",
                    "INSERT INTO hardware_platforms VALUES (1, 'cpu'), (2, 'cuda')",
                    "CREATE TABLE hardware_compatibility (compatibility_id BIGINT, model_id BIGINT, hardware_id BIGINT, is_compatible BOOLEAN,"
                            + " compatibility_score DOUBLE, is_simulated BOOLEAN, created_at TIMESTAMP, note VARCHAR, _doc BIGINT, _at VARCHAR, _feed INTEGER)",
                    "INSERT INTO hardware_compatibility VALUES (1, 1, 1, true, 1.0, false, '2025-01-01', 'x', 11, '/a/1', 1),"
                            + " (2, 1, 1, true, NULL, true, '2025-01-05', 'x', 12, '/a/2', 1),"
                            + " (3, 9, 2, true, NULL, false, '2025-01-02', 'x', 13, '/a/3', 2),"
                            + " (4, 2, 1, true, 0.5, false, '2025-01-01', 'x', 14, '/a/4', 1),"
                            + " (5, 3, 1, true, NULL, false, '2025-01-01', 'x', 15, '/a/5', 1),"
                            + " (6, 3, 1, false, NULL, false, '2025-01-02', 'x', 16, '/a/6', 1),"
                            + " (7, 4, 1, false, NULL, false, NULL, 'x', 17, '/a/7', 1),"
                            + " (8, 5, 1, true, NULL, true, '2025-01-01', 'x', 18, '/a/8', 1),"
                            + " (9, 6, 1, NULL, NULL, false, '2025-01-01', 'x', 19, '/a/9', 1),"
                            + " (10, 7, 1, false, NULL, NULL, '2025-01-01', 'x', 20, '/a/10', 1),"
                            + " (11, NULL, 1, true, NULL, false, '2025-01-01', 'x', 21, '/a/11', 1),"
                            + " (12, 77, 1, false, NULL, false, '2025-01-01', 'x', 22, '/a/12', 1)",
                    "CREATE TABLE performance_results (result_id BIGINT, model_id BIGINT, hardware_id BIGINT, average_latency_ms DOUBLE, is_simulated BOOLEAN)",
                    "INSERT INTO performance_results VALUES (1, 1, 1, 10, false), (2, 1, 1, 20, false), (3, 1, 1, 60, true), (4, 2, 2, NULL, false)",
                    "CREATE TABLE runs (suite VARCHAR, machine VARCHAR, outcome VARCHAR, seconds INTEGER)",
                    "INSERT INTO runs VALUES ('s1', 'm1', ' PASSED ', 1), ('s1', 'm1', 'Timeout', 2), ('s1', 'm2', 'limited', 4), ('s2', 'm1', 'skipped', 8),"
                            + " ('s2', 'm2', 'ok', 16), (NULL, 'm2', 'ok', 32), ('null', 'm2', 'fail', 64)")) {
                session.execute(sql);
            }
        }
        return file;
    }

    /** Makes one of which nothing says by itself what it is. */
    public static Path makeWithout(Path file) {
        try (Session session = Session.open(file)) {
            session.execute("CREATE TABLE runs (suite VARCHAR, machine VARCHAR, outcome VARCHAR, seconds INTEGER)");
            session.execute("INSERT INTO runs VALUES ('s1', 'm1', 'pass', 1), ('s2', 'm2', 'fail', 2)");
        }
        return file;
    }
}
