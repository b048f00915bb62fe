package org.godwit.connector.mariadb.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Speaks just enough of MySQL's protocol to let anybody in and to ask for a file of the client instead of answering.
 * Counts what it gets. Thread-safe.
 */
public final class GreedyServer implements AutoCloseable {
    private static final int COM_QUERY = 3;
    private static final int ASK = 0xFB;
    // LONG_PASSWORD, FOUND_ROWS, CONNECT_WITH_DB, LOCAL_FILES, PROTOCOL_41, TRANSACTIONS, SECURE_CONNECTION, PLUGIN_AUTH.
    private static final int CAPABILITIES = 1 | 2 | 8 | 128 | 512 | 8192 | 32768 | 0x80000;

    private final ServerSocket listener;
    private final String file;
    private final Predicate<String> asks;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final List<String> queries = new CopyOnWriteArrayList<>();

    private GreedyServer(ServerSocket listener, String file, Predicate<String> asks) {
        this.listener = listener;
        this.file = file;
        this.asks = asks;
    }

    /**
     * Starts one on a free port of 127.0.0.1.
     *
     * @param file what it asks for
     * @param asks at which statements; others are answered by OK, or by one row with a 1
     */
    public static GreedyServer start(String file, Predicate<String> asks) {
        try {
            GreedyServer server = new GreedyServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), file, asks);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how often it asked. */
    public long asked() {
        return asked.get();
    }

    /** Returns how many bytes of files it was sent. */
    public long bytes() {
        return bytes.get();
    }

    /** Returns the statements it was sent. */
    public List<String> queries() {
        return List.copyOf(queries);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            send(out, 0, greeting());
            receive(in);
            ok(out, 2);
            while (true) {
                byte[] packet = receive(in);
                if (packet.length == 0 || packet[0] != COM_QUERY) {
                    return;
                }
                answer(new String(packet, 1, packet.length - 1, StandardCharsets.UTF_8), in, out);
            }
        } catch (IOException ignored) {
            // The client had enough.
        }
    }

    private void answer(String sql, DataInputStream in, OutputStream out) throws IOException {
        queries.add(sql);
        if (asks.test(sql)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(ASK);
            request.writeBytes(file.getBytes(StandardCharsets.UTF_8));
            asked.incrementAndGet();
            send(out, 1, request.toByteArray());
            byte[] packet = receive(in);
            int sequence = 3;
            while (packet.length > 0) {
                bytes.addAndGet(packet.length);
                packet = receive(in);
                sequence++;
            }
            ok(out, sequence);
        } else if (sql.stripLeading().regionMatches(true, 0, "select", 0, 6)) {
            one(out);
        } else {
            ok(out, 1);
        }
    }

    private static byte[] greeting() {
        ByteArrayOutputStream greeting = new ByteArrayOutputStream();
        greeting.write(10);
        greeting.writeBytes("8.0.36\0".getBytes(StandardCharsets.US_ASCII));
        greeting.writeBytes(new byte[] {1, 0, 0, 0});
        greeting.writeBytes("abcdefgh\0".getBytes(StandardCharsets.US_ASCII));
        greeting.write(CAPABILITIES);
        greeting.write(CAPABILITIES >> 8);
        greeting.write(45);
        greeting.writeBytes(new byte[] {2, 0});
        greeting.write(CAPABILITIES >> 16);
        greeting.write(CAPABILITIES >> 24);
        greeting.write(21);
        greeting.writeBytes(new byte[10]);
        greeting.writeBytes("ijklmnopqrst\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
        return greeting.toByteArray();
    }

    // One column, one row: 1.
    private static void one(OutputStream out) throws IOException {
        send(out, 1, new byte[] {1});
        ByteArrayOutputStream column = new ByteArrayOutputStream();
        for (String text : List.of("def", "", "", "", "a", "")) {
            column.write(text.length());
            column.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        column.writeBytes(new byte[] {0x0C, 45, 0, 11, 0, 0, 0, 8, 0, 0, 0, 0, 0});
        send(out, 2, column.toByteArray());
        send(out, 3, new byte[] {(byte) 0xFE, 0, 0, 2, 0});
        send(out, 4, new byte[] {1, '1'});
        send(out, 5, new byte[] {(byte) 0xFE, 0, 0, 2, 0});
    }

    private static void ok(OutputStream out, int sequence) throws IOException {
        send(out, sequence, new byte[] {0, 0, 0, 2, 0, 0, 0});
    }

    private static void send(OutputStream out, int sequence, byte[] packet) throws IOException {
        out.write(new byte[] {(byte) packet.length, (byte) (packet.length >> 8), (byte) (packet.length >> 16), (byte) sequence});
        out.write(packet);
        out.flush();
    }

    private static byte[] receive(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
        in.readUnsignedByte();
        byte[] packet = new byte[length];
        in.readFully(packet);
        return packet;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
