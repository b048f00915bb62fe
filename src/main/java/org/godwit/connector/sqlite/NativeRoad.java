package org.godwit.connector.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;

/** Finds out whether this machine has a library of SQLite that can be used. */
@SuppressWarnings("restricted")
final class NativeRoad {
    /** The name under which the loader of the system knows it. */
    static final String LIBRARY = "libsqlite3.so.0";
    /** 3.37: lists tables, knows STRICT. */
    private static final int LEAST_VERSION = 3_037_000;

    private static final boolean THERE = look();

    private NativeRoad() {}

    static boolean there() {
        return THERE;
    }

    private static boolean look() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return false;
        }
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            return answer(library, "sqlite3_libversion_number") >= LEAST_VERSION && answer(library, "sqlite3_threadsafe") != 0;
        } catch (IllegalArgumentException | IllegalCallerException e) {
            // It is not there, or native access is not allowed.
            return false;
        }
    }

    private static int answer(SymbolLookup library, String function) {
        MemorySegment address = library.find(function).orElse(MemorySegment.NULL);
        if (address.equals(MemorySegment.NULL)) {
            return 0;
        }
        try {
            return (int) Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(JAVA_INT)).invokeExact();
        } catch (Throwable e) {
            throw NativeCalls.impossible(e);
        }
    }
}
