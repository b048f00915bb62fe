package org.godwit.shred;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads JSON values into tapes: strictly (RFC 8259, and no member name twice), except that NaN, Infinity and -Infinity
 * are numbers. Jackson does the reading; what it or a check here refuses is looked at again by {@link FaultFinder},
 * which knows the exact place and says it in plain words. Made to be used again and again by one thread.
 */
public final class TapeReader {
    private static final int NAME_CACHE = 1 << 12;
    private static final byte[] NOTHING = {};

    private final KeyTable keys;
    private final JsonLimits limits;
    private final JsonFactory factory;
    private final @Nullable String[] cachedNames = new String[NAME_CACHE];
    private final int[] cachedIds = new int[NAME_CACHE];
    private final int[] open;
    private int[] lastObjectWith = new int[1024];
    private int objectSerial;
    private boolean checkSurrogates;
    private byte[] bytes = NOTHING;
    private int first;
    private int end;

    public TapeReader(KeyTable keys, JsonLimits limits) {
        this.keys = keys;
        this.limits = limits;
        this.open = new int[limits.depth() + 1];
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.stringChars())
                .maxNameLength(limits.stringChars())
                .maxNumberLength(Integer.MAX_VALUE)
                .build();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .recyclerPool(JsonRecyclerPools.threadLocalPool())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .build();
    }

    /**
     * Reads the first value of a text. What follows it is not looked at: see {@link #end()}.
     *
     * @param utf8 holds the text
     * @param from its first byte
     * @param to the byte after its last one
     * @param tape is cleared and filled; after a fault it holds nothing of use
     * @return null if the value was read, otherwise what is wrong with it
     */
    public @Nullable JsonFault read(byte[] utf8, int from, int to, JsonTape tape) {
        int faultyByte = from;
        if (Utf8.firstInvalid(utf8, from, to) < 0) {
            faultyByte = attempt(utf8, from, to, tape);
            if (faultyByte < 0) {
                return null;
            }
        }
        FaultFinder finder = new FaultFinder(utf8, to, limits);
        JsonFault fault = finder.find(from);
        if (fault != null) {
            return fault;
        }
        // The value itself is fine: what was refused comes after it.
        faultyByte = attempt(utf8, from, finder.end(), tape);
        return faultyByte < 0 ? null : new JsonFault(Math.min(faultyByte, to), "this is not valid JSON");
    }

    /** Returns the index of the byte after the value that was read last. */
    public int end() {
        return end;
    }

    /** Returns -1 if a value was read, otherwise the byte at which reading it stopped. */
    private int attempt(byte[] utf8, int from, int to, JsonTape tape) {
        tape.clear();
        bytes = utf8;
        first = from;
        checkSurrogates = Utf8.escapesSurrogate(utf8, from, to);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8, from, to - from)) {
            boolean whole = fill(parser, tape);
            // The parser has looked one byte beyond a number that is the whole text.
            end = from + (whole && tape.kind(0) == JsonTape.NUMBER
                    ? (int) parser.currentTokenLocation().getByteOffset() + tape.text(0).length()
                    : (int) parser.currentLocation().getByteOffset());
            return whole ? -1 : end;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            return from + (location == null ? 0 : (int) Math.max(0, location.getByteOffset()));
        } finally {
            bytes = NOTHING;
        }
    }

    private boolean fill(JsonParser parser, JsonTape tape) {
        int depth = 0;
        String name = null;
        int keyId = JsonTape.NO_KEY;
        do {
            JsonToken token = parser.nextToken();
            if (token == null || tape.size() > limits.nodes()) {
                return false;
            }
            switch (token.id()) {
                case JsonTokenId.ID_PROPERTY_NAME -> {
                    name = parser.currentName();
                    keyId = keyId(name);
                    if (checkSurrogates && Utf8.firstUnwritable(name) >= 0) {
                        return false;
                    }
                    continue;
                }
                case JsonTokenId.ID_START_OBJECT -> open[depth++] = tape.add(JsonTape.OBJECT, name, keyId, null);
                case JsonTokenId.ID_START_ARRAY -> open[depth++] = tape.add(JsonTape.ARRAY, name, keyId, null);
                case JsonTokenId.ID_END_OBJECT -> {
                    int object = open[--depth];
                    tape.close(object);
                    if (hasDuplicateName(tape, object)) {
                        return false;
                    }
                }
                case JsonTokenId.ID_END_ARRAY -> tape.close(open[--depth]);
                default -> {
                    if (!scalar(parser, token, tape, name, keyId)) {
                        return false;
                    }
                }
            }
            name = null;
            keyId = JsonTape.NO_KEY;
        } while (depth > 0);
        return true;
    }

    private boolean scalar(JsonParser parser, JsonToken token, JsonTape tape, @Nullable String name, int keyId) {
        switch (token.id()) {
            case JsonTokenId.ID_STRING -> {
                String text = parser.getString();
                tape.add(JsonTape.STRING, name, keyId, text);
                return !checkSurrogates || Utf8.firstUnwritable(text) < 0;
            }
            case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> {
                int length = parser.getStringLength();
                if (length > limits.numberChars()) {
                    return false;
                }
                int from = first + (int) parser.currentTokenLocation().getByteOffset();
                int node = tape.addNumber(name, keyId, bytes, from, length);
                return bytes[from + length - 1] <= '9' || isNumber(tape.text(node));
            }
            case JsonTokenId.ID_TRUE -> tape.add(JsonTape.TRUE, name, keyId, null);
            case JsonTokenId.ID_FALSE -> tape.add(JsonTape.FALSE, name, keyId, null);
            case JsonTokenId.ID_NULL -> tape.add(JsonTape.NULL, name, keyId, null);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Jackson would also take INF and +Infinity, which nobody writes. */
    private static boolean isNumber(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    /** Jackson hands out the same string for the same name nearly always, so this mostly compares references. */
    private int keyId(String name) {
        int slot = name.hashCode();
        slot = (slot ^ (slot >>> 15)) & (NAME_CACHE - 1);
        if (name.equals(cachedNames[slot])) {
            return cachedIds[slot];
        }
        int id = keys.id(name);
        cachedNames[slot] = name;
        cachedIds[slot] = id;
        return id;
    }

    private boolean hasDuplicateName(JsonTape tape, int object) {
        int stop = tape.end(object);
        int first = object + 1;
        if (first == stop || tape.end(first) == stop) {
            return false;
        }
        if (++objectSerial == Integer.MAX_VALUE) {
            Arrays.fill(lastObjectWith, 0);
            objectSerial = 1;
        }
        Set<String> unnumbered = null;
        for (int node = first; node < stop; node = tape.end(node)) {
            int id = tape.keyId(node);
            if (id >= 0) {
                if (id >= lastObjectWith.length) {
                    lastObjectWith = Arrays.copyOf(lastObjectWith, Math.max(id + 1, lastObjectWith.length * 2));
                }
                if (lastObjectWith[id] == objectSerial) {
                    return true;
                }
                lastObjectWith[id] = objectSerial;
            } else {
                unnumbered = unnumbered == null ? new HashSet<>() : unnumbered;
                if (!unnumbered.add(String.valueOf(tape.key(node)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
