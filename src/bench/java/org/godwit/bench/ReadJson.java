package org.godwit.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.json.JsonFactory;

/**
 * What nobody who reads each byte of an NDJSON file can leave out: {@link Tokens} of each line, by as many threads as there are
 * processors. Argument: the file. Prints how many tokens there are.
 */
final class ReadJson implements Callable<Long> {
    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final long from;
    private final long to;
    private final Tokens tokens;

    /** Takes the lines that begin after {@code from}, or at it if it is 0, and not after {@code to}. */
    private ReadJson(FileChannel channel, long from, long to, JsonFactory json) throws NoSuchAlgorithmException {
        this.channel = channel;
        this.from = from;
        this.to = to;
        this.tokens = new Tokens(json);
    }

    public static void main(String[] args) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        JsonFactory json = new JsonFactory();
        long tokens = 0;
        try (FileChannel channel = FileChannel.open(Path.of(args[0])); ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Long>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(new ReadJson(channel, channel.size() * i / threads, channel.size() * (i + 1) / threads, json));
            }
            for (Future<Long> part : executor.invokeAll(parts)) {
                tokens += part.get();
            }
        }
        System.out.println(tokens);
    }

    @Override
    public Long call() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long position = from;
        int filled = 0;
        boolean ours = from == 0;
        while (position - filled <= to) {
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), position);
            if (read < 0) {
                break;
            }
            position += read;
            filled += read;
            int start = 0;
            for (int end = lineEnd(buffer, filled - read, filled); end < filled; end = lineEnd(buffer, start, filled)) {
                if (ours && position - filled + start <= to) {
                    tokens.read(buffer, start, end - start);
                }
                ours = true;
                start = end + 1;
            }
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
        }
        return tokens.count();
    }

    /** Returns where a line ends, or {@code to} if it goes on behind it. */
    private static int lineEnd(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }
}
