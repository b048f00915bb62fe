package org.godwit.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one kind of error that reaches people. The text comes from the message bundle by the code; the arguments fill
 * its places: what happened, to which file or table, what was kept, what to do next.
 */
public final class GodwitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Object> arguments;

    public GodwitException(ErrorCode code, Object... arguments) {
        this(null, code, arguments);
    }

    public GodwitException(@Nullable Throwable cause, ErrorCode code, Object... arguments) {
        super(code.id() + " " + Arrays.toString(arguments), cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns what fills the places of the message, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
