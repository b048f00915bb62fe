package org.godwit.connector.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;

/** Brings rows from the thread that writes them to the thread that sends them. One of each. */
final class RowPipe extends InputStream {
    private static final int CHUNKS = 8;
    private static final long PATIENCE_MILLIS = 100;

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private volatile boolean readerGone;
    private volatile boolean ended;
    private byte[] current = new byte[0];
    private int position;

    /**
     * Hands rows over, and waits while too many are on the way.
     *
     * @return false if nobody takes them any more
     */
    boolean put(byte[] rows, TaskContext context) {
        try {
            while (!readerGone) {
                context.checkCancelled();
                if (chunks.offer(rows, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        }
    }

    /** Says that no more rows come. */
    void end() {
        ended = true;
    }

    /** Says that nobody takes rows any more. */
    void readerGone() {
        readerGone = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (position == current.length) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean next() throws IOException {
        try {
            byte[] rows = null;
            while (rows == null) {
                boolean last = ended;
                rows = chunks.poll(last ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (rows == null && last) {
                    return false;
                }
            }
            current = rows;
            position = 0;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the load was stopped");
        }
    }
}
