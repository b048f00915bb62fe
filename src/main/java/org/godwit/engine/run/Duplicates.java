package org.godwit.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.SourceFile;
import org.godwit.task.TaskContext;

/** Finds files whose content an earlier file of the same run has. */
final class Duplicates {
    private Duplicates() {}

    /** Returns the places of the later files; files that cannot be read are none. */
    static Set<Integer> of(List<SourceFile> files, TaskContext context) {
        Map<Long, Integer> sizes = new HashMap<>();
        files.forEach(f -> sizes.merge(f.bytes(), 1, Integer::sum));
        Set<String> contents = new HashSet<>();
        Set<Integer> later = new HashSet<>();
        for (SourceFile file : files) {
            context.checkCancelled();
            if (sizes.getOrDefault(file.bytes(), 0) > 1 && !contents.add(hash(file))) {
                later.add(file.index());
            }
        }
        return later;
    }

    private static String hash(SourceFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return file.name();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
