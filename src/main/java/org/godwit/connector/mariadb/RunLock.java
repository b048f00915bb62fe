package org.godwit.connector.mariadb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Keeps two runs from writing one database: a lock of the server that ends with its connection. */
final class RunLock {
    // A connection that was cut off a moment ago may still hold it.
    private static final int PATIENCE_SECONDS = 3;
    private static final int HASH_DIGITS = 40;

    private RunLock() {}

    /**
     * Takes the lock for as long as the connection lasts.
     *
     * @throws GodwitException TARGET_LOCKED with who has it
     */
    static void take(Link link) {
        String name = MariaSql.literal("godwit_" + hash(link.place().database()));
        if (link.number("SELECT GET_LOCK(" + name + ", " + PATIENCE_SECONDS + ")") == 1) {
            return;
        }
        long holder = link.number("SELECT IS_USED_LOCK(" + name + ")");
        List<List<@Nullable String>> process = link.texts("SELECT user, host FROM information_schema.processlist WHERE id = " + holder);
        String who = process.isEmpty() ? "" : " of " + MariaCatalog.text(process.get(0), 0) + " at " + MariaCatalog.text(process.get(0), 1);
        throw new GodwitException(ErrorCode.TARGET_LOCKED, link.place().text(), "another run of Godwit (connection " + holder + who + ")");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
