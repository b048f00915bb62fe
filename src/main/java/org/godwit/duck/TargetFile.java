package org.godwit.duck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** The file that a run will replace: checked, copied, and compared again before it is replaced. Never written. */
final class TargetFile {
    private static final int MAX_LINKS = 40;
    private static final Set<PosixFilePermission> WRITE =
        Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** What shows that a file is still the one that was copied. */
    record Stamp(long bytes, FileTime modified, @Nullable Object key) {}

    private final Path path;
    private final Path folder;

    /** Takes a path as given; links are followed to their end, which may not exist yet. */
    TargetFile(Path given) {
        this.path = endOfLinks(given.toAbsolutePath().normalize());
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, given, "it is no file");
        }
        this.folder = parent;
    }

    private static Path endOfLinks(Path given) {
        Path path = given;
        try {
            for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(path); i++) {
                path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
            }
        } catch (IOException e) {
            throw unwritable(given, e);
        }
        if (Files.isSymbolicLink(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, given, "too many links");
        }
        return path;
    }

    Path path() {
        return path;
    }

    Path folder() {
        return folder;
    }

    /** Returns the path of a hidden file beside the target. */
    Path beside(String suffix) {
        return folder.resolve("." + path.getFileName() + suffix);
    }

    Path wal() {
        return folder.resolve(path.getFileName() + ".wal");
    }

    /** Refuses what cannot be replaced or is no DuckDB database. Returns whether there is a database to copy. */
    boolean check() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, path, "the folder " + folder + " does not exist");
        }
        if (!writable(folder)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, path, "the folder " + folder + " is not writable");
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isRegularFile(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, path, "it is no regular file");
        }
        if (!writable(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, path, "it is read-only");
        }
        if (Files.size(path) == 0) {
            return false;
        }
        if (!Files.isReadable(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNREADABLE, path, "it is not readable");
        }
        if (!DuckFile.test(path)) {
            throw new GodwitException(ErrorCode.TARGET_UNREADABLE, path, "it is no DuckDB database");
        }
        return true;
    }

    // A file without any write permission is meant to stay, even for root.
    private static boolean writable(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        boolean allowed = posix == null || posix.readAttributes().permissions().stream().anyMatch(WRITE::contains);
        return allowed && Files.isWritable(path);
    }

    /** Returns the bytes of the database and its log. */
    long bytes() throws IOException {
        return (Files.exists(path) ? Files.size(path) : 0) + (Files.exists(wal()) ? Files.size(wal()) : 0);
    }

    /** Returns what the file is now, null if there is none. */
    @Nullable Stamp stamp() throws IOException {
        return stamp(path);
    }

    private static @Nullable Stamp stamp(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    /** Copies the database and its log, if any, while no other process can write it. */
    void copyTo(Path shadow, Path shadowWal) throws IOException {
        try (FileChannel from = lockedForReading();
            FileChannel to = FileChannel.open(shadow, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = from.size();
            for (long done = 0; done < size;) {
                long count = from.transferTo(done, size - done, to);
                if (count <= 0) {
                    throw new IOException("the file became shorter while it was copied");
                }
                done += count;
            }
            if (Files.exists(wal())) {
                Files.copy(wal(), shadowWal);
            }
        }
    }

    /** Refuses if another process has the file open for writing. */
    void checkUnlocked() throws IOException {
        lockedForReading().close();
    }

    private FileChannel lockedForReading() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean ours = false;
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            ours = lock != null;
            if (!ours) {
                throw new GodwitException(ErrorCode.TARGET_LOCKED, path, Connections.holder(path));
            }
            return channel;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    /** Gives a file that will replace the target the target's owner, group and permissions. */
    void passPermissionsTo(Path shadow) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(shadow, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = from.readAttributes();
        PosixFileAttributes made = to.readAttributes();
        if (!made.owner().equals(wanted.owner())) {
            to.setOwner(wanted.owner());
        }
        if (!made.group().equals(wanted.group())) {
            to.setGroup(wanted.group());
        }
        to.setPermissions(wanted.permissions());
    }

    /** Puts a finished file in the target's place; the target's log, which was folded in, goes. */
    void replaceBy(Path shadow) throws IOException {
        try (FileChannel channel = FileChannel.open(shadow, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        beginSwap(shadow);
        Files.move(shadow, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
        finishSwap();
    }

    // Two files cannot be replaced at once, and DuckDB refuses a database beside a log of its older self. So a note
    // says which log is to go as soon as which file is the target; whoever opens the target next makes it so.
    void beginSwap(Path shadow) throws IOException {
        if (Files.exists(wal())) {
            try (FileChannel note = FileChannel.open(swapNote(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                String text = stamp(shadow) + "\n" + stamp(wal()) + "\n";
                note.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                note.force(true);
            }
            syncFolder();
        }
    }

    /** Finishes a swap that was interrupted, if there is one. */
    void finishSwap() throws IOException {
        if (!Files.exists(swapNote())) {
            return;
        }
        List<String> note = Files.readAllLines(swapNote());
        if (note.equals(List.of(String.valueOf(stamp()), String.valueOf(stamp(wal()))))) {
            Files.delete(wal());
            syncFolder();
        }
        Files.delete(swapNote());
    }

    private Path swapNote() {
        return beside(".godwit-swap");
    }

    void syncFolder() throws IOException {
        // Windows cannot open folders, and needs no fsync of them.
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a file, or a folder with all that is in it. */
    static void removeTree(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path file : inside) {
                    removeTree(file);
                }
            }
        }
        Files.delete(path);
    }

    static GodwitException unwritable(Path target, IOException e) {
        return new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, target, DuckErrors.reason(e));
    }
}
