package org.godwit.connector.spi.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.godwit.duck.TargetLock;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * A folder being made beside the one that it will replace: two renames at the end. Killed between them, the old folder
 * waits under another name and the next run puts it back. One run at a time. Not thread-safe.
 */
final class FolderSwap implements AutoCloseable {
    private static final String FRESH = ".godwit-new-";

    private final Path target;
    private final String format;
    private final Path fresh;
    private final TargetLock lock;

    private FolderSwap(Path target, String format, TargetLock lock) {
        this.target = target;
        this.format = format;
        this.lock = lock;
        this.fresh = beside(target, FRESH + UUID.randomUUID());
    }

    /**
     * Begins a new folder.
     *
     * @param given the one to be replaced, which may exist or not
     * @throws GodwitException TARGET_UNWRITABLE or TARGET_LOCKED
     */
    static FolderSwap begin(Path given, String format) {
        TargetLock lock = null;
        FolderSwap begun = null;
        Path target = given;
        try {
            target = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath().normalize();
            Path parent = target.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, given, "the folder " + parent + " does not exist");
            }
            lock = TargetLock.take(target, beside(target, ".godwit-lock"));
            recover(target);
            check(target, format);
            removeLeftovers(target);
            FolderSwap swap = new FolderSwap(target, format, lock);
            Files.createDirectory(swap.fresh);
            begun = swap;
            return begun;
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            if (begun == null && lock != null) {
                release(lock);
            }
        }
    }

    private static void release(TargetLock lock) {
        try (lock) {
            // Nothing was made.
        } catch (IOException ignored) {
            // The lock ends with this process.
        }
    }

    static GodwitException unwritable(Path target, IOException e) {
        String reason = e instanceof FileSystemException known && known.getReason() != null ? known.getReason() : Objects.toString(e.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new GodwitException(e, ErrorCode.DISK_FULL, target, "more", 0);
        }
        return new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, reason);
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + suffix);
    }

    private static Path old(Path target) {
        return beside(target, ".godwit-old");
    }

    private static void recover(Path target) throws IOException {
        Path old = old(target);
        if (Files.exists(old) && !Files.exists(target)) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        } else if (Files.exists(old)) {
            removeTree(old);
        }
    }

    // With the lock held every unfinished folder is of a run that died.
    private static void removeLeftovers(Path target) throws IOException {
        String prefix = "." + target.getFileName() + FRESH;
        Path parent = Objects.requireNonNull(target.getParent());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, p -> Objects.toString(p.getFileName()).startsWith(prefix))) {
            for (Path path : all) {
                removeTree(path);
            }
        }
    }

    private static void check(Path target, String format) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, target, "it is no folder; " + format + " needs one, for a file of each table");
        }
        Contents contents = Contents.beside(target, format);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(target)) {
            for (Path path : all) {
                if (contents == null || !contents.owns(path)) {
                    throw new GodwitException(
                            ErrorCode.TARGET_UNWRITABLE, target,
                            "the folder holds what Godwit did not write, such as " + path.getFileName() + ", and would be replaced as a whole");
                }
            }
        }
    }

    Path target() {
        return target;
    }

    /** Returns the new folder. */
    Path fresh() {
        return fresh;
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Adds the notes and brings everything to the disk. */
    void complete(Contents contents) {
        try {
            Files.write(fresh.resolve(Contents.FILE), contents.json());
            try (DirectoryStream<Path> all = Files.newDirectoryStream(fresh)) {
                for (Path path : all) {
                    if (contents.owns(path)) {
                        sync(path, StandardOpenOption.WRITE);
                    }
                }
            }
            syncFolder(fresh);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Puts the new folder in the old one's place. */
    void commit() {
        try {
            // Somebody may have put something in while the run was going on.
            check(target, format);
            Path old = old(target);
            boolean replaces = Files.exists(target);
            removeHidden();
            if (replaces) {
                passPermissions();
                Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            }
            moveIn(replaces ? old : null);
            syncFolder(Objects.requireNonNull(target.getParent()));
            if (replaces) {
                removeTree(old);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    // What was needed on the way and not removed, such as a database's log.
    private void removeHidden() throws IOException {
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(fresh, p -> Objects.toString(p.getFileName()).startsWith("."))) {
            for (Path path : hidden) {
                removeTree(path);
            }
        }
    }

    private void moveIn(@Nullable Path old) throws IOException {
        boolean done = false;
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done && old != null) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void passPermissions() throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (from != null && to != null) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        // Windows cannot open folders, and needs no fsync of them.
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            sync(folder, StandardOpenOption.READ);
        }
    }

    private static void removeTree(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path file : inside) {
                    removeTree(file);
                }
            }
        }
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (Files.exists(fresh)) {
                removeTree(fresh);
            }
        }
    }
}
