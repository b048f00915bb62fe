package org.godwit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.godwit.engine.sample.SampleGenerator;
import org.godwit.engine.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sample",
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes data to try Godwit on.",
        footer = "  godwit sample generate try",
        subcommands = SampleCommand.GenerateCommand.class)
final class SampleCommand {
    private static final int FILES = 200;
    private static final long SEED = 1;

    @Command(
            name = "generate",
            description = {
                "Writes realistic benchmark results with planted oddities into a new or empty folder.",
                "What is in them, and where the oddities are, stands beside it in DIR.truth.json."
            },
            footer = {
                "  godwit sample generate try",
                "  godwit sample generate try --files 10000 --seed 7      the same seed gives the same bytes"
            })
    static final class GenerateCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "1", paramLabel = "DIR", description = "A folder that is new or empty.")
        private Path folder = Path.of("");

        @Option(names = "--files", paramLabel = "N", description = "How many files, at least 40; ${DEFAULT-VALUE} if not given.")
        private int files = FILES;

        @Option(names = "--seed", paramLabel = "S", description = "Chooses the numbers; ${DEFAULT-VALUE} if not given.")
        private long seed = SEED;

        @Option(names = "--json", description = "Print what was made as JSON.")
        private boolean json;

        GenerateCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            SampleGenerator.Sample sample = SampleGenerator.generate(folder, files, seed);
            Terminal terminal = context.terminal();
            if (json) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("folder", sample.folder().toString());
                object.put("truth", sample.truth().toString());
                object.put("files", sample.files());
                object.put("documents", sample.documents());
                JsonOutput.print(terminal, object);
            } else {
                terminal.out().println(Messages.get("cli.sample.made", sample.files(), sample.documents(), folder, sample.truth()));
                terminal.err().println(Messages.get("cli.sample.next", folder));
            }
            return 0;
        }
    }
}
