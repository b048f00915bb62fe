package org.godwit.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.godwit.analysis.export.AtomicFile;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Judge;
import org.godwit.analysis.matrix.Look;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.analysis.matrix.MatrixFiles;
import org.godwit.analysis.matrix.MatrixRequest;
import org.godwit.analysis.matrix.MatrixWords;
import org.godwit.analysis.matrix.State;
import org.godwit.analysis.matrix.What;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "matrix",
        description = {
            "Shows which models work on which hardware, or any two columns of a database.",
            "The star schema of benchmarks needs no options; the database is only read."
        },
        footer = {
            "  godwit matrix results.duckdb",
            "  godwit matrix results.duckdb --by-family --include-simulated --format markdown > matrix.md",
            "  godwit matrix results.duckdb --format html -o matrix.html",
            "  godwit matrix results.duckdb --measure performance_results.throughput_items_per_second",
            "  godwit matrix tests.duckdb --rows suite --columns machine --status runs.outcome --json"
        })
final class MatrixCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(index = "0", paramLabel = "DATABASE", description = "A DuckDB database file.")
    private String database = "";

    @Option(names = "--rows", paramLabel = "COL", description = "What the rows are: TABLE.COLUMN, or a COLUMN beside the results.")
    private Optional<String> rows = Optional.empty();

    @Option(names = "--columns", paramLabel = "COL", description = "What the columns are.")
    private Optional<String> columns = Optional.empty();

    @Option(names = "--status", paramLabel = "COL", description = "Judge by this column: true and false, or words such as pass, partial, fail.")
    private Optional<String> status = Optional.empty();

    @Option(names = "--measure", paramLabel = "COL", description = "Show the numbers of this column instead.")
    private Optional<String> measure = Optional.empty();

    @Option(names = "--aggregate", paramLabel = "HOW", description = "avg (usual), median, min, max or sum of a measure.")
    private What.Aggregate aggregate = What.Aggregate.AVG;

    @Option(names = "--where", paramLabel = "COL=VALUE", description = "Only results with this value; may be given again, all must hold.")
    private List<String> where = new ArrayList<>();

    @Option(names = "--include-simulated", description = "Show simulated results too, marked; they never decide a state.")
    private boolean simulated;

    @Option(names = "--newest", description = "Let the newest result of a pair decide, not all of them.")
    private boolean newest;

    @Option(names = "--filter", paramLabel = "TEXT", description = "Only rows, else columns, whose name or family has this text.")
    private String filter = "";

    @Option(names = "--sort", paramLabel = "BY", description = "name (usual), share of passes, or count of results.")
    private Look.Order sort = Look.Order.NAME;

    @Option(names = "--by-family", description = "Group the rows by family.")
    private boolean byFamily;

    @Option(names = "--format", paramLabel = "NAME", description = "table (usual), markdown, csv, html, json, png, svg or pdf.")
    private Format format = Format.TABLE;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file; its ending says the format unless --format does.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    MatrixCommand(CliContext context) {
        this.context = context;
    }

    /** How a matrix is printed. */
    enum Format {
        TABLE,
        MARKDOWN,
        CSV,
        HTML,
        JSON,
        PNG,
        SVG,
        PDF
    }

    @Override
    public Integer call() {
        check();
        Path file = Locations.database(database);
        Optional<Path> to = output.map(MatrixCommand::path);
        MatrixRequest request = new MatrixRequest(rows, columns, status, measure, aggregate, where);
        Look look = new Look(simulated, newest ? Judge.NEWEST : Judge.ALL, sort, byFamily, filter, Set.of());
        try (Matrices matrices = new Matrices()) {
            Arrangement arrangement = context.foreground(task -> {
                Matrices.Offer offer = matrices.offer(file, task::isCancelled);
                return new Arrangement(matrices.matrix(file, request.in(offer, database), task::isCancelled), look);
            });
            write(arrangement, to);
            talk(arrangement, to);
        }
        return 0;
    }

    private void check() {
        if (status.isPresent() && measure.isPresent()) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.matrix.both"));
        }
        if (output.isEmpty() && isPicture(chosen())) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.matrix.picture", chosen().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isPicture(Format format) {
        return switch (format) {
            case PNG, SVG, PDF -> true;
            case TABLE, MARKDOWN, CSV, HTML, JSON -> false;
        };
    }

    private Format chosen() {
        if (json) {
            return Format.JSON;
        }
        return format == Format.TABLE ? output.map(MatrixCommand::byEnding).orElse(Format.TABLE) : format;
    }

    private static Format byEnding(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "md", "markdown" -> Format.MARKDOWN;
            case "csv" -> Format.CSV;
            case "html", "htm" -> Format.HTML;
            case "json" -> Format.JSON;
            case "png" -> Format.PNG;
            case "svg" -> Format.SVG;
            case "pdf" -> Format.PDF;
            default -> Format.TABLE;
        };
    }

    private void write(Arrangement look, Optional<Path> to) {
        Optional<MatrixFiles.Form> form = form(chosen());
        if (to.isPresent()) {
            if (form.isPresent()) {
                MatrixFiles.write(look, form.get(), to.get());
            } else {
                AtomicFile.write(to.get(), out -> print(look, new Terminal(new PrintStream(out, false, StandardCharsets.UTF_8), System.err, false, false)));
            }
        } else if (form.isPresent()) {
            context.terminal().out().print(MatrixFiles.text(look, form.get()));
        } else {
            print(look, context.terminal());
        }
    }

    private void print(Arrangement look, Terminal terminal) {
        if (chosen() == Format.JSON) {
            JsonOutput.print(terminal, MatrixJson.of(look));
        } else {
            terminal.out().print(table(look).text(0));
        }
        terminal.out().flush();
    }

    private static TextTable table(Arrangement look) {
        List<String> heads = new ArrayList<>(List.of(look.matrix().spec().rows().column()));
        for (int c = 0; c < look.columnCount(); c++) {
            heads.add(look.column(c).label());
        }
        TextTable table = new TextTable(heads);
        for (int r = 0; r < look.rowCount(); r++) {
            List<String> line = new ArrayList<>(List.of(look.row(r).label()));
            for (int c = 0; c < look.columnCount(); c++) {
                line.add(look.square(r, c).words());
            }
            table.values(line);
        }
        return table;
    }

    /** What the squares mean, for people, apart from the data. */
    private void talk(Arrangement look, Optional<Path> to) {
        PrintStream err = context.terminal().err();
        err.println(look.matrix().spec().title() + ": " + MatrixWords.source(look.matrix()) + ". " + MatrixWords.results(look));
        if (chosen() == Format.TABLE && to.isEmpty()) {
            err.println(MatrixWords.rule(look));
            for (State state : MatrixWords.legend(look)) {
                err.println("  " + (state.glyph() + " ").stripLeading()
                        + MatrixWords.legend(look, state));
            }
            if (look.look().withSimulated()) {
                err.println("  " + State.SIMULATED.glyph() + " " + Messages.get("matrix.marked"));
            }
        }
        to.ifPresent(file -> err.println(Messages.get("cli.matrix.written", file)));
    }

    private static Optional<MatrixFiles.Form> form(Format format) {
        return switch (format) {
            case TABLE, JSON -> Optional.empty();
            case MARKDOWN -> Optional.of(MatrixFiles.Form.MARKDOWN);
            case CSV -> Optional.of(MatrixFiles.Form.CSV);
            case HTML -> Optional.of(MatrixFiles.Form.HTML);
            case PNG -> Optional.of(MatrixFiles.Form.PNG);
            case SVG -> Optional.of(MatrixFiles.Form.SVG);
            case PDF -> Optional.of(MatrixFiles.Form.PDF);
        };
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, text);
        }
    }
}
