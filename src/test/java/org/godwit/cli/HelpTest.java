package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.godwit.testing.MemoryKeyStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class HelpTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/help");

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        CliContext context = new CliContext(
                Terminal.ofProcess(java.util.Map.of()), CannedWorkbench::new, (l, s, r) -> {}, Interrupt.none(), new MemoryKeyStore(), PasswordInput.ofProcess(), name -> null);
        collect(Cli.commandLine(context, List.copyOf(GodwitCommand.COMMANDS.keySet())), "", names);
        return names.stream();
    }

    private static void collect(CommandLine command, String prefix, List<String> names) {
        names.add(prefix);
        command.getSubcommands().forEach((name, sub) -> collect(sub, (prefix + " " + name).strip(), names));
    }

    /** With -Dgolden.update the files are written anew. */
    @ParameterizedTest
    @MethodSource("commands")
    void isAsWasAgreed(String command) throws IOException {
        List<String> words = new ArrayList<>(command.isEmpty() ? List.of() : Arrays.asList(command.split(" ")));
        words.add("--help");
        Path file = GOLDEN.resolve(command.isEmpty() ? "godwit.txt" : command.replace(' ', '-') + ".txt");

        CommandRun run = CommandRun.of(new CannedWorkbench(), words.toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(file));
        assertThat(run.out().indexOf("Examples:")).isBetween(1, run.out().indexOf("Usage:"));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= HelpPage.WIDTH + 20);
    }
}
