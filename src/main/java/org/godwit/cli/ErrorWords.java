package org.godwit.cli;

import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where errors become words on stderr and an exit code. */
final class ErrorWords implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    static final int CANCELLED = 130;

    private final Terminal terminal;

    ErrorWords(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        terminal.out().flush();
        return switch (e) {
            case TaskCancelledException cancelled -> {
                terminal.err().println(Messages.get("cli.cancelled"));
                yield CANCELLED;
            }
            case GodwitException known -> {
                terminal.err().println(Messages.withCode(known));
                yield known.code().exitCode();
            }
            default -> unexpected(e, command);
        };
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched && givesPassword(unmatched)) {
            terminal.err().println(Messages.get("cli.usage.password"));
        } else {
            terminal.err().println(Messages.withCode(new GodwitException(e, ErrorCode.USAGE, String.valueOf(e.getMessage()))));
            UnmatchedArgumentException.printSuggestions(e, command.getErr());
        }
        terminal.err().println(Messages.get("cli.usage.help", command.getCommandSpec().qualifiedName()));
        return ErrorCode.USAGE.exitCode();
    }

    /** What is given as one password too many is not repeated either. */
    private static boolean givesPassword(UnmatchedArgumentException e) {
        boolean secret = e.getCommandLine().getCommandSpec().userObject() instanceof SecretCommand.SetCommand;
        return secret || e.getUnmatched().stream().anyMatch(word -> word.startsWith("--password") || word.startsWith("--passwd"));
    }

    private int unexpected(Exception e, CommandLine command) {
        String doing = command.getCommandSpec().qualifiedName();
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ": " + e.getMessage();
        terminal.err().println(Messages.withCode(new GodwitException(e, ErrorCode.INTERNAL, doing, reason)));
        LoggerFactory.getLogger(ErrorWords.class).error("Not foreseen in {}", doing, e);
        return ErrorCode.INTERNAL.exitCode();
    }
}
