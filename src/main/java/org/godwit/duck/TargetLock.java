package org.godwit.duck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing one target: a lock of the operating system on a small file beside it, which ends with
 * its process, so that nothing is left to clean up after a crash. The file says who holds it.
 *
 * <p>On POSIX systems a process loses its lock as soon as it closes any channel on the file. So one channel does
 * everything here, and locks of this process are known by name.
 */
public final class TargetLock implements AutoCloseable {
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();
    // Beyond the text, because Windows does not let others read what is locked.
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int MAX_TEXT = 200;
    private static final String RELEASED = "released";
    private static final int TRIES = 50;

    private final Path file;
    private final FileChannel channel;

    private TargetLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws GodwitException TARGET_LOCKED if another run has it
     */
    public static TargetLock take(Path target, Path beside) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path file = folder == null ? beside : folder.toRealPath().resolve(beside.getFileName());
        String us = "process " + ProcessHandle.current().pid();
        if (!OURS.add(file)) {
            throw locked(target, us);
        }
        TargetLock lock = null;
        try {
            // A file marked as released is about to be deleted, or its process died before it could: then the last try takes it.
            for (int i = 1; lock == null; i++) {
                lock = tryOnce(target, file, i == TRIES);
            }
            lock.write(us);
            return lock;
        } finally {
            if (lock == null) {
                OURS.remove(file);
            }
        }
    }

    private static @Nullable TargetLock tryOnce(Path target, Path file, boolean last) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw locked(target, read(channel));
            }
            ours = last || !RELEASED.equals(read(channel));
            return ours ? new TargetLock(file, channel) : null;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    private static GodwitException locked(Path target, String holder) {
        return new GodwitException(ErrorCode.TARGET_LOCKED, target, "another run of Godwit (" + holder + ")");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString();
    }

    private void write(String text) throws IOException {
        channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            write(RELEASED);
            Files.deleteIfExists(file);
        } finally {
            OURS.remove(file);
        }
    }
}
