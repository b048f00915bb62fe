package org.godwit.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "secret",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps passwords of servers in the key store of this system.",
            "Plans and commands name them by --password-keystore NAME; no command prints one."
        },
        footer = {
            "  godwit secret set results-db                  asks for the password and shows nothing",
            "  godwit secret check results-db",
            "  godwit secret delete results-db"
        },
        subcommands = {SecretCommand.SetCommand.class, SecretCommand.CheckCommand.class, SecretCommand.DeleteCommand.class})
final class SecretCommand {
    private static final Pattern NAME = Pattern.compile("[^\\s{}\\p{Cntrl}][^{}\\p{Cntrl}]{0,199}");
    private static final int NOT_THERE = 1;

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("cli.secret.name"));
        }
        return name;
    }

    @Command(
            name = "set",
            description = {"Puts a password into the key store, in the place of the one before.", "It is asked for on the terminal; without one it is the first line of stdin."},
            footer = {
                "  godwit secret set results-db",
                "  pass show results-db | godwit secret set results-db"
            },
            exitCodeList = {"0:done", "2:wrong usage, or no password given", "6:there is no key store that can be used"})
    static final class SetCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "1", paramLabel = "NAME", description = "What plans and commands call it.")
        private String name = "";

        SetCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            String known = checked(name);
            char[] password = context.passwordInput().read(known);
            try {
                context.keyStore().put(known, password);
            } finally {
                Arrays.fill(password, '\0');
            }
            context.terminal().err().println(Messages.get("cli.secret.set", known));
            return 0;
        }
    }

    @Command(
            name = "check",
            description = "Says whether the key store has a password; never which.",
            footer = "  godwit secret check results-db",
            exitCodeList = {"0:it has", "1:it has not", "6:there is no key store that can be used"})
    static final class CheckCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "1", paramLabel = "NAME", description = "What plans and commands call it.")
        private String name = "";

        CheckCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            char[] password = context.keyStore().get(checked(name));
            if (password != null) {
                Arrays.fill(password, '\0');
            }
            context.terminal().err().println(Messages.get(password == null ? "cli.secret.none" : "cli.secret.there", name));
            return password == null ? NOT_THERE : 0;
        }
    }

    @Command(
            name = "delete",
            description = "Removes a password from the key store.",
            footer = "  godwit secret delete results-db",
            exitCodeList = {"0:done", "1:there was none", "6:there is no key store that can be used"})
    static final class DeleteCommand implements Callable<Integer> {
        private final CliContext context;

        @Parameters(arity = "1", paramLabel = "NAME", description = "What plans and commands call it.")
        private String name = "";

        DeleteCommand(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            boolean deleted = context.keyStore().delete(checked(name));
            context.terminal().err().println(Messages.get(deleted ? "cli.secret.deleted" : "cli.secret.none", name));
            return deleted ? 0 : NOT_THERE;
        }
    }
}
