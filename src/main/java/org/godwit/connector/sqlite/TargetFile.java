package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * The file of a target, open in one transaction. What is there is written in place, with the journal that it has; a
 * new one is written beside its place, without a journal, because before it is renamed nobody misses it.
 */
final class TargetFile implements AutoCloseable {
    private static final List<String> FRESH = List.of("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA page_size = 4096");
    private static final List<String> ALWAYS = List.of(
            "PRAGMA foreign_keys = OFF", "PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0", "PRAGMA cache_size = -65536", "PRAGMA legacy_alter_table = ON");

    private final Path place;
    private final Path written;
    private final OpenFiles.Use use;
    private final Link link;
    private boolean open = true;
    private boolean committed;

    private TargetFile(Path place, Path written, OpenFiles.Use use, Link link) {
        this.place = place;
        this.written = written;
        this.use = use;
        this.link = link;
    }

    /** Opens a target and keeps others from writing it. */
    static TargetFile open(Road wanted, Path place) {
        try {
            if (Files.isDirectory(place)) {
                throw new GodwitException(ErrorCode.TARGET_UNWRITABLE, place, "it is a folder");
            }
            boolean there = Files.exists(place);
            Path folder = place.toAbsolutePath().getParent();
            if (!there && folder != null) {
                Files.createDirectories(folder);
            }
            Path written = there ? place : place.resolveSibling("." + place.getFileName() + ".godwit-" + UUID.randomUUID());
            if (!there) {
                Files.createFile(written);
            }
            return begin(place, written, wanted);
        } catch (IOException e) {
            throw SqliteErrors.failed(place, e);
        }
    }

    private static TargetFile begin(Path place, Path written, Road wanted) throws IOException {
        OpenFiles.Use use = OpenFiles.use(written, wanted);
        Link link = null;
        TargetFile file = null;
        try {
            if (use.header().length > 0 && !SqliteFile.recognises(use.header())) {
                throw new GodwitException(ErrorCode.TARGET_UNREADABLE, place, "it is no SQLite database, or it is encrypted");
            }
            link = use.road().open(SqliteFile.uri(written, "mode=rw"), false);
            for (String pragma : place.equals(written) ? List.<String>of() : FRESH) {
                link.execute(pragma);
            }
            for (String pragma : ALWAYS) {
                link.execute(pragma);
            }
            link.execute("BEGIN IMMEDIATE");
            file = new TargetFile(place, written, use, link);
            return file;
        } catch (SQLException e) {
            throw SqliteErrors.failed(place, e);
        } finally {
            if (file == null) {
                abandon(place, written, link, use);
            }
        }
    }

    private static void abandon(Path place, Path written, @Nullable Link link, OpenFiles.Use use) {
        try (use) {
            if (link != null) {
                link.close();
            }
            if (!place.equals(written)) {
                Files.deleteIfExists(written);
                Files.deleteIfExists(SqliteFile.beside(written, "-journal"));
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed(place, e);
        } catch (IOException e) {
            throw SqliteErrors.failed(place, e);
        }
    }

    /** Returns where the target is, for people. */
    Path place() {
        return place;
    }

    Link link() {
        return link;
    }

    TextForm form() {
        return use.form();
    }

    /** Ends the transaction; what was written is there, also after a power cut. */
    void commit() {
        try {
            link.execute("COMMIT");
            committed = true;
            if (!place.equals(written)) {
                open = false;
                link.close();
                use.close();
                settle();
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed(place, e);
        } catch (FileAlreadyExistsException e) {
            throw new GodwitException(e, ErrorCode.TARGET_LOCKED, place, "another program, which made it meanwhile");
        } catch (IOException e) {
            throw SqliteErrors.failed(place, e);
        }
    }

    private void settle() throws IOException {
        boolean moved = false;
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (Files.exists(place)) {
                throw new FileAlreadyExistsException(place.toString());
            }
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
            forceFolder();
        } finally {
            if (!moved) {
                Files.deleteIfExists(written);
            }
        }
    }

    /** Makes the new name durable, where folders can be opened. */
    private void forceFolder() throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null && place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        if (!committed && place.equals(written)) {
            rollback();
        }
        abandon(place, written, link, use);
    }

    /** After some errors SQLite has rolled back by itself; closing does so in any case. */
    private void rollback() {
        try {
            link.execute("ROLLBACK");
        } catch (SQLException e) {
            committed = false;
        }
    }
}
