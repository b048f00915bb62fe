package org.godwit.connector.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.shred.RecentTexts;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** The road through the machine's own library: a call costs some nanoseconds instead of a tenth of a microsecond. */
@SuppressWarnings("restricted")
final class NativeLink implements Link {
    private static final int READ_ONLY = 0x1;
    private static final int READ_WRITE = 0x2;
    private static final int URI = 0x40;
    /** We see to it ourselves that one thread at a time uses a connection. */
    private static final int NO_MUTEX = 0x8000;
    private static final int DEFENSIVE = 1010;
    private static final int OK = 0;
    private static final int ROW = 100;
    private static final int DONE = 101;
    /** Tells SQLite that what is bound stays where it is until the end of the pass, so that it need not copy it. */
    private static final long STAYS = 0;

    private final long database;

    private NativeLink(long database) {
        this.database = database;
    }

    /**
     * Opens a database.
     *
     * @param uri as SQLite reads file names: {@code file:///…}
     */
    static NativeLink open(String uri, boolean readOnly) throws SQLException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            int flags = (readOnly ? READ_ONLY : READ_WRITE) | URI | NO_MUTEX;
            int code = NativeCalls.open(NativeCalls.OPEN, arena.allocateFrom(uri).address(), out.address(), flags, 0);
            NativeLink link = new NativeLink(out.get(JAVA_LONG, 0));
            boolean ready = false;
            try {
                link.check(code);
                link.check(NativeCalls.number(NativeCalls.EXTENDED_CODES, link.database, 1));
                link.check(NativeCalls.number(NativeCalls.BUSY_TIMEOUT, link.database, BUSY_MILLIS));
                if (readOnly) {
                    link.check(NativeCalls.configure(link.database, DEFENSIVE, 1, 0));
                }
                ready = true;
                return link;
            } finally {
                if (!ready) {
                    link.close();
                }
            }
        }
    }

    private void check(int code) throws SQLException {
        if (code != OK) {
            throw error();
        }
    }

    private SQLException error() {
        long text = NativeCalls.address(NativeCalls.ERROR_TEXT, database);
        String words = text == 0 ? "no memory" : MemorySegment.ofAddress(text).reinterpret(Long.MAX_VALUE).getString(0);
        return new SQLException(words, null, NativeCalls.number(NativeCalls.ERROR_CODE, database));
    }

    @Override
    public void execute(String sql) throws SQLException {
        try (Prepared statement = prepare(sql)) {
            statement.run();
        }
    }

    @Override
    public Prepared prepare(String sql) throws SQLException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            check(NativeCalls.prepare(NativeCalls.PREPARE, database, arena.allocateFrom(sql).address(), -1, out.address(), 0));
            return new Running(out.get(JAVA_LONG, 0));
        }
    }

    @Override
    public void close() throws SQLException {
        NativeCalls.number(NativeCalls.CLOSE, database);
    }

    /** A statement. */
    private final class Running implements Prepared {
        private static final int SCRATCH = 4_096;

        private final long statement;
        /** What is bound for this pass; segments that are full are kept until its end. */
        private final List<MemorySegment> full = new ArrayList<>();
        private MemorySegment scratch = MemorySegment.NULL;
        private long used;
        private boolean closed;

        Running(long statement) {
            this.statement = statement;
        }

        @Override
        public void bindNull(int parameter) throws SQLException {
            check(NativeCalls.number(NativeCalls.BIND_NULL, statement, parameter));
        }

        @Override
        public void bind(int parameter, long value) throws SQLException {
            check(NativeCalls.bind(NativeCalls.BIND_INTEGER, statement, parameter, value));
        }

        @Override
        public void bind(int parameter, double value) throws SQLException {
            check(NativeCalls.bind(NativeCalls.BIND_REAL, statement, parameter, value));
        }

        @Override
        public void bind(int parameter, String value) throws SQLException {
            bind(NativeCalls.BIND_TEXT, parameter, value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void bind(int parameter, Utf8Text value) throws SQLException {
            bind(NativeCalls.BIND_TEXT, parameter, value.bytes());
        }

        @Override
        public void bind(int parameter, byte[] value) throws SQLException {
            bind(NativeCalls.BIND_BLOB, parameter, value);
        }

        /** Always gives an address, also for no bytes: without one the value would be NULL. */
        private void bind(MethodHandle function, int parameter, byte[] bytes) throws SQLException {
            if (used + bytes.length >= scratch.byteSize()) {
                full.add(scratch);
                scratch = Arena.ofAuto().allocate(Math.max(bytes.length + 1L, Math.max(SCRATCH, 2 * scratch.byteSize())));
                used = 0;
            }
            MemorySegment.copy(bytes, 0, scratch, JAVA_BYTE, used, bytes.length);
            check(NativeCalls.bind(function, statement, parameter, scratch.address() + used, bytes.length, STAYS));
            used += bytes.length;
        }

        @Override
        public boolean step() throws SQLException {
            int code = NativeCalls.number(NativeCalls.STEP, statement);
            if (code == ROW) {
                return true;
            }
            ended(code);
            return false;
        }

        private void ended(int code) throws SQLException {
            SQLException error = code == DONE ? null : error();
            reset();
            if (error != null) {
                throw error;
            }
        }

        @Override
        public long run() throws SQLException {
            int code = NativeCalls.number(NativeCalls.STEP, statement);
            while (code == ROW) {
                code = NativeCalls.number(NativeCalls.STEP, statement);
            }
            ended(code);
            return NativeCalls.number(NativeCalls.CHANGES, database);
        }

        @Override
        public void reset() {
            try {
                // It repeats the error of the last step, which is known by now.
                NativeCalls.number(NativeCalls.RESET, statement);
                full.clear();
                used = 0;
            } finally {
                Reference.reachabilityFence(scratch);
            }
        }

        @Override
        public int type(int column) {
            return NativeCalls.number(NativeCalls.TYPE, statement, column);
        }

        @Override
        public long integer(int column) {
            return NativeCalls.wide(NativeCalls.INTEGER, statement, column);
        }

        @Override
        public double real(int column) {
            return NativeCalls.real(NativeCalls.REAL, statement, column);
        }

        @Override
        public byte[] bytes(int column) throws SQLException {
            long address = NativeCalls.wide(NativeCalls.BLOB, statement, column);
            int length = length(column, address);
            byte[] bytes = new byte[length];
            copy(address, bytes, length);
            return bytes;
        }

        @Override
        public @Nullable Utf8Text text(int column, RecentTexts recent) throws SQLException {
            long address = NativeCalls.wide(NativeCalls.BLOB, statement, column);
            int length = length(column, address);
            copy(address, recent.room(length), length);
            return recent.text(length);
        }

        private int length(int column, long address) throws SQLException {
            int length = NativeCalls.number(NativeCalls.BYTES, statement, column);
            if (address == 0 && length > 0) {
                throw error();
            }
            return length;
        }

        private static void copy(long address, byte[] to, int length) {
            if (length > 0) {
                MemorySegment.copy(MemorySegment.ofAddress(address).reinterpret(length), JAVA_BYTE, 0, to, 0, length);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                NativeCalls.number(NativeCalls.FINALIZE, statement);
            }
        }
    }
}
