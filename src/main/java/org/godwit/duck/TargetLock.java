package org.godwit.duck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing one target: a lock of the operating system on a small file beside it, which ends with
 * its process, so that nothing is left to clean up after a crash. The file says who holds it.
 */
final class TargetLock implements AutoCloseable {
    // Beyond the text, because Windows does not let others read what is locked.
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int TRIES = 20;

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
    static TargetLock take(Path target, Path file) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + "\n" + UUID.randomUUID() + "\n";
        for (int i = 0; i < TRIES; i++) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new GodwitException(ErrorCode.TARGET_LOCKED, target, "another run of Godwit (" + firstLine(file) + ")");
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            // The one who had it may have deleted the file between our opening and our locking it.
            if (holder.equals(read(file))) {
                return new TargetLock(file, channel);
            }
            channel.close();
        }
        throw new GodwitException(ErrorCode.TARGET_LOCKED, target, "other runs of Godwit");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static String firstLine(Path file) throws IOException {
        return read(file).lines().findFirst().orElse("process unknown");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
