package org.godwit.connector;

import java.util.List;
import org.godwit.connector.csv.CsvConnector;
import org.godwit.connector.csv.CsvTarget;
import org.godwit.connector.duckdb.DuckDbConnector;
import org.godwit.connector.json.JsonConnector;
import org.godwit.connector.mariadb.MariaConnector;
import org.godwit.connector.mariadb.MariaTarget;
import org.godwit.connector.parquet.ParquetConnector;
import org.godwit.connector.parquet.ParquetTarget;
import org.godwit.connector.postgresql.PostgresConnector;
import org.godwit.connector.postgresql.PostgresTarget;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.sqlite.SqliteConnector;
import org.godwit.connector.sqlite.SqliteTarget;
import org.godwit.connector.table.AnySource;

/**
 * Every format there is. A new one is a line here, which also brings it into the contract tests.
 *
 * @param tables sources that hold tables
 * @param targets beside DuckDB and JSON, which the engine writes itself
 */
public record Connectors(List<TableConnector> tables, List<TargetConnector> targets) {
    public Connectors {
        tables = List.copyOf(tables);
        targets = List.copyOf(targets);
    }

    /** @param secrets asked for the passwords of servers */
    public static Connectors all(Secrets secrets) {
        return new Connectors(
                List.of(
                        new DuckDbConnector(),
                        new SqliteConnector(),
                        new PostgresConnector(secrets),
                        new MariaConnector(secrets),
                        new MariaConnector(secrets, "mysql"),
                        new ParquetConnector(),
                        new CsvConnector()),
                List.of(
                        new SqliteTarget(),
                        new ParquetTarget(),
                        new CsvTarget(),
                        new PostgresTarget(secrets),
                        new MariaTarget(secrets),
                        new MariaTarget(secrets, "mysql")));
    }

    /** Returns what reads any source. */
    public DocumentConnector source() {
        return new AnySource(new JsonConnector(), tables);
    }
}
