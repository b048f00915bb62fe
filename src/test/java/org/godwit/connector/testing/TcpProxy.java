package org.godwit.connector.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server of this machine and troubles the connections: it cuts or resets them after so many
 * more bytes, holds them up, or lets them hang. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {
    /** What happens to a connection. */
    public enum Trouble {
        /** Both sides see the end of the stream. */
        CUT,
        /** Both sides see a reset. */
        RESET,
        /** Nobody sees anything any more. */
        STALL
    }

    /** Which way the bytes go. */
    public enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    private record Armed(Trouble trouble, Way way) {}

    private static final Armed NOTHING = new Armed(Trouble.CUT, Way.TO_SERVER);

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile Armed armed = NOTHING;
    private volatile Duration delay = Duration.ZERO;
    private volatile String trigger = "";

    private TcpProxy(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    /** Starts a proxy to a port of 127.0.0.1, on a free port of its own. */
    public static TcpProxy to(int server) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listener, server);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections were made so far. */
    public long connections() {
        return connections.get();
    }

    /** Troubles, once, the connection that carries the byte after so many more this way, on all connections together. */
    public void arm(Trouble trouble, Way way, long afterBytes) {
        armed = new Armed(trouble, way);
        left.set(afterBytes);
    }

    /** Cuts, once, the connection on which the server answers to something with this in it, so that the answer is lost. */
    public void cutAnswerTo(String asciiText) {
        trigger = asciiText;
    }

    /** Holds up each piece of data for this long. */
    public void delay(Duration each) {
        delay = each;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                join(client);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket there = new Socket();
        try {
            there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
        } catch (IOException e) {
            client.close();
            return;
        }
        open.add(client);
        open.add(there);
        Thread.ofVirtual().start(() -> pump(client, there, Way.TO_SERVER));
        Thread.ofVirtual().start(() -> pump(there, client, Way.TO_CLIENT));
    }

    private void pump(Socket from, Socket to, Way way) {
        byte[] buffer = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                Thread.sleep(delay);
                if (way == Way.TO_SERVER && !trigger.isEmpty() && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(trigger)) {
                    trigger = "";
                    arm(Trouble.CUT, Way.TO_CLIENT, 0);
                }
                Armed now = armed;
                long passes = now.way == way && left.get() != Long.MAX_VALUE ? Math.clamp(left.getAndAdd(-n), 0, n) : n;
                out.write(buffer, 0, (int) passes);
                out.flush();
                if (passes < n) {
                    left.set(Long.MAX_VALUE);
                    trouble(now.trouble, from, to);
                    return;
                }
            }
        } catch (IOException ignored) {
            // One side went away; the other one learns of it by the closing.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trouble(Trouble trouble, Socket from, Socket to) throws IOException, InterruptedException {
        switch (trouble) {
            case CUT -> { }
            case RESET -> {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
            }
            case STALL -> {
                while (!listener.isClosed()) {
                    Thread.sleep(20);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
