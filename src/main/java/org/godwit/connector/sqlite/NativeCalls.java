package org.godwit.connector.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * SQLite's functions in the machine's own library. Addresses are longs. Loaded only where {@link NativeRoad} has found
 * the library. Calls that return at once tell the virtual machine so; those that may read the disk do not.
 */
@SuppressWarnings("restricted")
final class NativeCalls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(NativeRoad.LIBRARY, Arena.global());
    private static final Linker.Option AT_ONCE = Linker.Option.critical(false);

    static final MethodHandle OPEN = handle("sqlite3_open_v2", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle CLOSE = handle("sqlite3_close_v2", JAVA_INT, JAVA_LONG);
    static final MethodHandle EXTENDED_CODES = handle("sqlite3_extended_result_codes", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle BUSY_TIMEOUT = handle("sqlite3_busy_timeout", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle ERROR_CODE = handle("sqlite3_extended_errcode", JAVA_INT, JAVA_LONG);
    static final MethodHandle ERROR_TEXT = handle("sqlite3_errmsg", JAVA_LONG, JAVA_LONG);
    static final MethodHandle CHANGES = atOnce("sqlite3_changes", JAVA_INT, JAVA_LONG);
    static final MethodHandle PREPARE = handle("sqlite3_prepare_v2", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle STEP = handle("sqlite3_step", JAVA_INT, JAVA_LONG);
    static final MethodHandle RESET = handle("sqlite3_reset", JAVA_INT, JAVA_LONG);
    static final MethodHandle FINALIZE = handle("sqlite3_finalize", JAVA_INT, JAVA_LONG);
    static final MethodHandle TYPE = atOnce("sqlite3_column_type", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle INTEGER = atOnce("sqlite3_column_int64", JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle REAL = atOnce("sqlite3_column_double", JAVA_DOUBLE, JAVA_LONG, JAVA_INT);
    static final MethodHandle BLOB = handle("sqlite3_column_blob", JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle BYTES = atOnce("sqlite3_column_bytes", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle BIND_NULL = atOnce("sqlite3_bind_null", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle BIND_INTEGER = atOnce("sqlite3_bind_int64", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle BIND_REAL = atOnce("sqlite3_bind_double", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_DOUBLE);
    static final MethodHandle BIND_TEXT = atOnce("sqlite3_bind_text", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle BIND_BLOB = atOnce("sqlite3_bind_blob", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    /** Takes an option's number and, as variable arguments, its value and where to put the former one. */
    static final MethodHandle CONFIGURE = LINKER.downcallHandle(
            LIBRARY.findOrThrow("sqlite3_db_config"), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(2));

    private NativeCalls() {}

    private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle atOnce(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), FunctionDescriptor.of(result, arguments), AT_ONCE);
    }

    // One method for each form of call: the handles are constants, so they end up as plain calls.

    static int number(MethodHandle function, long a) {
        try {
            return (int) function.invokeExact(a);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long address(MethodHandle function, long a) {
        try {
            return (long) function.invokeExact(a);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int number(MethodHandle function, long a, int b) {
        try {
            return (int) function.invokeExact(a, b);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long wide(MethodHandle function, long a, int b) {
        try {
            return (long) function.invokeExact(a, b);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static double real(MethodHandle function, long a, int b) {
        try {
            return (double) function.invokeExact(a, b);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int bind(MethodHandle function, long a, int b, long c) {
        try {
            return (int) function.invokeExact(a, b, c);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int bind(MethodHandle function, long a, int b, double c) {
        try {
            return (int) function.invokeExact(a, b, c);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int bind(MethodHandle function, long a, int b, long c, int d, long e) {
        try {
            return (int) function.invokeExact(a, b, c, d, e);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int open(MethodHandle function, long a, long b, int c, long d) {
        try {
            return (int) function.invokeExact(a, b, c, d);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int prepare(MethodHandle function, long a, long b, int c, long d, long e) {
        try {
            return (int) function.invokeExact(a, b, c, d, e);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int configure(long a, int b, int c, long d) {
        try {
            return (int) CONFIGURE.invokeExact(a, b, c, d);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Handles declare that they throw anything; functions of C throw nothing, so it is an error of the virtual machine. */
    static RuntimeException impossible(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e);
    }
}
