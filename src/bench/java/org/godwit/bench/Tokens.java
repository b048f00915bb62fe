package org.godwit.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What nobody who reads each byte of a document can leave out: every token and every number by Jackson, and its SHA-256. */
final class Tokens {
    private final JsonFactory json;
    private final MessageDigest digest;
    private long count;

    Tokens(JsonFactory json) throws NoSuchAlgorithmException {
        this.json = json;
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    long count() {
        return count;
    }

    /** Fails with Jackson's own exception if the document is malformed. */
    void read(byte[] buffer, int start, int length) {
        digest.update(buffer, start, length);
        digest.digest();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), buffer, start, length)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                count++;
                switch (token) {
                    case VALUE_STRING -> parser.getStringLength();
                    case VALUE_NUMBER_INT -> parser.getNumberType();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    default -> { }
                }
            }
        }
    }
}
