package org.godwit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = {"Asks a database by SQL and prints the rows.", "The database is opened to read only; nothing can be changed."},
        footer = {
            "  godwit query results.duckdb \"SELECT * FROM models LIMIT 10\"",
            "  godwit query results.duckdb \"SELECT * FROM performance_results\" --format csv > results.csv",
            "  godwit query results.duckdb \"SELECT count(*) FROM models\" --json"
        })
final class QueryCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(index = "0", paramLabel = "LOCATION", description = "A DuckDB database file.")
    private String location = "";

    @Parameters(index = "1", paramLabel = "SQL", description = "One SELECT, in quotes.")
    private String sql = "";

    @Option(names = "--format", paramLabel = "NAME", description = "table (the first 1,000 rows), csv, json or markdown.")
    private Format format = Format.TABLE;

    @Option(names = "--json", description = "The same as --format json: an array of row objects.")
    private boolean json;

    QueryCommand(CliContext context) {
        this.context = context;
    }

    /** How rows are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        MARKDOWN
    }

    @Override
    public Integer call() {
        String database = Locations.database(location).toString();
        RowSink sink = sink(json ? Format.JSON : format);
        context.querying().query(database, sql, sink);
        sink.end();
        return 0;
    }

    private RowSink sink(Format chosen) {
        Terminal terminal = context.terminal();
        return switch (chosen) {
            case TABLE -> new TableRows(terminal);
            case CSV -> new CsvRows(terminal);
            case JSON -> new JsonRows(terminal);
            case MARKDOWN -> new MarkdownRows(terminal);
        };
    }
}
