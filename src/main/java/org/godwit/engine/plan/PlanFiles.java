package org.godwit.engine.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/** Plan files. Thread-safe; of two savers of one file the later wins, never half of each. */
public final class PlanFiles {
    private PlanFiles() {}

    /**
     * Reads a plan and checks it.
     *
     * @throws GodwitException PLAN_MISSING, PLAN_BINARY, PLAN_MALFORMED, PLAN_INVALID
     */
    public static Plan load(Path file) {
        return PlanReader.read(file);
    }

    /**
     * Writes a plan: the file is whole or as it was. A file that says the same already is left alone, whatever its
     * layout.
     *
     * @return whether the file was written
     * @throws GodwitException TARGET_UNWRITABLE
     */
    public static boolean save(Plan plan, Path file) {
        String text = PlanWriter.write(plan);
        try {
            if (saysTheSame(file, text)) {
                return false;
            }
            // A link stays a link: what it points to is replaced.
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            replace(real, text);
            return true;
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, file, reason(e));
        }
    }

    private static boolean saysTheSame(Path file, String text) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            return true;
        }
        try {
            return PlanWriter.write(PlanReader.read(bytes, file.toString())).equals(text);
        } catch (GodwitException e) {
            // What stands there is no plan: it cannot say the same.
            return false;
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Path beside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
