package org.godwit.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.godwit.analysis.chart.render.ChartData;
import org.godwit.analysis.chart.render.ChartDrawing;
import org.godwit.analysis.chart.render.ChartLook;
import org.godwit.analysis.chart.render.ChartTheme;
import org.godwit.analysis.chart.spi.ChartKind;
import org.godwit.analysis.chart.spi.ChartOption;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.AtomicFile;
import org.godwit.analysis.export.Exports;
import org.godwit.duck.Lease;
import org.godwit.engine.text.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One kind of chart as a command; the kind's own options are added by {@link ChartCommand}. */
@Command
final class ChartKindCommand implements Callable<Integer> {
    private final CliContext context;
    private final ChartKind kind;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DATABASE", description = "A DuckDB database file.")
    private String database = "";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "text (bars in the terminal), png, svg, pdf, csv or json; usual: as the name of FILE ends, else text.")
    private @Nullable Form format;

    @Option(names = "-o", paramLabel = "FILE", description = "Write it there instead of to stdout, replacing what is there.")
    private @Nullable Path file;

    @Option(names = "--dark", description = "A picture on a dark ground.")
    private boolean dark;

    @Option(names = "--json", description = "The same as --format json: all figures and words of the chart.")
    private boolean json;

    ChartKindCommand(CliContext context, ChartKind kind) {
        this.context = context;
        this.kind = kind;
    }

    /** What a chart is written as. */
    enum Form {
        TEXT,
        PNG,
        SVG,
        PDF,
        CSV,
        JSON
    }

    @Override
    public Integer call() {
        Form form = form();
        Map<String, String> chosen = chosen();
        ChartSpec chart = context.foreground(task -> {
            try (Lease lease = new Lease(Locations.existing(database))) {
                return kind.chart(lease, chosen, task::isCancelled);
            }
        });
        write(chart, form);
        return 0;
    }

    private Form form() {
        if (json) {
            return Form.JSON;
        }
        if (format != null) {
            return format;
        }
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        for (Form form : Form.values()) {
            if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        return Form.TEXT;
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
        for (ChartOption option : kind.options()) {
            if (parsed.hasMatchedOption("--" + option.name())) {
                chosen.put(option.name(), String.valueOf(parsed.matchedOptionValue("--" + option.name(), "")));
            }
        }
        return chosen;
    }

    private void write(ChartSpec chart, Form form) {
        AtomicFile.Content content = content(chart, form);
        Path to = file;
        if (to == null) {
            try {
                content.to(context.terminal().out());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.terminal().flush();
            return;
        }
        AtomicFile.write(to, content);
        context.terminal().err().println(Messages.get("cli.chart.written", to, chart.title()));
    }

    private AtomicFile.Content content(ChartSpec chart, Form form) {
        ChartDrawing drawing = new ChartDrawing(chart, ChartLook.file(dark ? ChartTheme.DARK : form == Form.PDF ? ChartTheme.PRINT : ChartTheme.LIGHT));
        return switch (form) {
            case TEXT -> out -> out.write(ChartText.of(chart).getBytes(StandardCharsets.UTF_8));
            case CSV -> out -> out.write(ChartData.csv(chart).getBytes(StandardCharsets.UTF_8));
            case JSON -> out -> out.write(ChartData.json(chart).getBytes(StandardCharsets.UTF_8));
            case PNG -> out -> Exports.png(drawing, out, Exports.FINE);
            case PDF -> out -> Exports.pdf(drawing, out);
            case SVG -> out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                Exports.svg(drawing, text);
                text.flush();
            };
        };
    }
}
