package org.godwit.engine.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.model.JsonType;
import org.godwit.shred.JsonTape;

/**
 * What kind of document it is: the root, and for an object its member names with the types of their values.
 *
 * @param members empty for a root with more than {@link Node#MAX_NAMES} members
 */
record Signature(Root root, TreeMap<String, JsonType> members) implements Comparable<Signature> {
    /** The kinds of roots. */
    enum Root {
        OBJECT,
        WIDE_OBJECT,
        ARRAY_OF_OBJECTS,
        ARRAY,
        SCALAR
    }

    /** A number for the signature that does not depend on the order of members. */
    static long hash(JsonTape tape) {
        if (tape.kind(0) != JsonTape.OBJECT) {
            return rootOf(tape).name().hashCode();
        }
        int end = tape.end(0);
        long sum = 0;
        int count = 0;
        for (int child = 1; child < end; child = tape.end(child)) {
            int id = tape.keyId(child);
            String key = tape.key(child);
            long name = id >= 0 || key == null ? id : ((long) key.hashCode() << 32) | 1;
            long kind = tape.kind(child) == JsonTape.FALSE ? JsonTape.TRUE : tape.kind(child);
            long z = (name * 8 + kind + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
            sum += z ^ (z >>> 29);
            count++;
        }
        return count > Node.MAX_NAMES ? Root.WIDE_OBJECT.name().hashCode() : sum;
    }

    static Signature of(JsonTape tape) {
        TreeMap<String, JsonType> members = new TreeMap<>();
        Root root = rootOf(tape);
        if (root == Root.OBJECT) {
            int count = 0;
            for (int child = 1; child < tape.end(0); child = tape.end(child)) {
                String key = tape.key(child);
                members.putIfAbsent(key == null ? "" : key, typeOf(tape.kind(child)));
                count++;
            }
            if (count > Node.MAX_NAMES) {
                return new Signature(Root.WIDE_OBJECT, new TreeMap<>());
            }
        }
        return new Signature(root, members);
    }

    private static Root rootOf(JsonTape tape) {
        return switch (tape.kind(0)) {
            case JsonTape.OBJECT -> Root.OBJECT;
            case JsonTape.ARRAY -> hasObject(tape) ? Root.ARRAY_OF_OBJECTS : Root.ARRAY;
            default -> Root.SCALAR;
        };
    }

    private static boolean hasObject(JsonTape tape) {
        for (int child = 1; child < tape.end(0); child = tape.end(child)) {
            if (tape.kind(child) == JsonTape.OBJECT) {
                return true;
            }
        }
        return false;
    }

    static JsonType typeOf(byte kind) {
        return switch (kind) {
            case JsonTape.OBJECT -> JsonType.OBJECT;
            case JsonTape.ARRAY -> JsonType.ARRAY;
            case JsonTape.STRING -> JsonType.STRING;
            case JsonTape.NUMBER -> JsonType.NUMBER;
            case JsonTape.NULL -> JsonType.NULL;
            default -> JsonType.BOOLEAN;
        };
    }

    /** Returns a name for the signature that is the same in every scan. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((root + "\u0000" + text(members)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean isObject() {
        return root == Root.OBJECT || root == Root.WIDE_OBJECT;
    }

    @Override
    public int compareTo(Signature other) {
        int order = root.compareTo(other.root);
        return order != 0 ? order : text(members).compareTo(text(other.members));
    }

    private static String text(Map<String, JsonType> members) {
        StringBuilder out = new StringBuilder();
        members.forEach((name, type) -> out.append(name).append('\u0001').append(type.name()).append('\u0000'));
        return out.toString();
    }
}
