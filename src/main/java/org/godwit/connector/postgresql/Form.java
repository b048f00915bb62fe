package org.godwit.connector.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.godwit.connector.spi.RowSink;
import org.godwit.shred.RecentTexts;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** How the values of a source's column come: what is selected, and what its bytes mean. */
enum Form {
    BOOL,
    INT2,
    INT4,
    INT8,
    OID,
    FLOAT4,
    FLOAT8,
    NUMERIC,
    /** Money has no scale of its own; as numeric it gets that of the server's currency. */
    MONEY,
    /** Everything whose binary form is its text. */
    TEXT,
    /** Everything else: the server is asked for the text. */
    AS_TEXT,
    BYTES,
    DATE,
    TIME,
    TIMETZ,
    TIMESTAMP,
    TIMESTAMPTZ,
    UUID_BYTES,
    JSON,
    JSONB,
    /** Rows and hstore: the server is asked for JSON. */
    AS_JSON,
    /** JSON cannot say that an array counts from something else than 1. */
    ARRAY;

    /** Returns what to select for a column. */
    String selected(String quoted) {
        return switch (this) {
            case BOOL, INT2, INT4, INT8, OID, FLOAT4, FLOAT8, NUMERIC, TEXT, BYTES, DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, UUID_BYTES, JSON, JSONB -> quoted;
            case MONEY -> quoted + "::numeric";
            case AS_TEXT -> quoted + "::text";
            case AS_JSON -> "to_json(" + quoted + ")::text";
            case ARRAY -> "CASE WHEN array_dims(" + quoted + ") ~ '\\[(?!1:)' THEN '!' || " + quoted + "::text ELSE to_json(" + quoted + ")::text END";
        };
    }

    /**
     * Hands a value to the sink.
     *
     * @param passing what the column has had lately, null if its texts are walked on into; JSON that is not is a text like any other
     */
    void give(byte[] bytes, int start, int length, @Nullable RecentTexts passing, RowSink sink) {
        switch (this) {
            case BOOL -> sink.bool(bytes[start] != 0);
            case INT2 -> sink.integer(CopyRows.shortAt(bytes, start));
            case INT4 -> sink.integer(CopyRows.intAt(bytes, start));
            case INT8 -> sink.integer(CopyRows.longAt(bytes, start));
            case OID -> sink.integer(Integer.toUnsignedLong(CopyRows.intAt(bytes, start)));
            case FLOAT4 -> sink.real(Float.intBitsToFloat(CopyRows.intAt(bytes, start)));
            case FLOAT8 -> sink.real(Double.longBitsToDouble(CopyRows.longAt(bytes, start)));
            case NUMERIC, MONEY -> numeric(bytes, start, sink);
            case TEXT, AS_TEXT -> text(bytes, start, length, passing, sink);
            case BYTES -> sink.blob(Arrays.copyOfRange(bytes, start, start + length));
            case DATE -> sink.text(IsoTexts.date(CopyRows.intAt(bytes, start)));
            case TIME -> sink.text(IsoTexts.time(CopyRows.longAt(bytes, start)));
            case TIMETZ -> sink.text(IsoTexts.time(CopyRows.longAt(bytes, start), CopyRows.intAt(bytes, start + Long.BYTES)));
            case TIMESTAMP -> sink.text(IsoTexts.timestamp(CopyRows.longAt(bytes, start), ""));
            case TIMESTAMPTZ -> sink.text(IsoTexts.timestamp(CopyRows.longAt(bytes, start), "Z"));
            case UUID_BYTES -> sink.text(new UUID(CopyRows.longAt(bytes, start), CopyRows.longAt(bytes, start + Long.BYTES)).toString());
            case JSON, AS_JSON -> text(bytes, start, length, passing, sink);
            case JSONB -> text(bytes, start + 1, length - 1, passing, sink);
            case ARRAY -> array(bytes, start, length, passing, sink);
        }
    }

    private static void numeric(byte[] bytes, int start, RowSink sink) {
        if (Numerics.isFinite(bytes, start)) {
            sink.number(Numerics.text(bytes, start));
        } else {
            sink.real(Numerics.special(bytes, start));
        }
    }

    private static void array(byte[] bytes, int start, int length, @Nullable RecentTexts passing, RowSink sink) {
        if (bytes[start] == '!') {
            String raw = new String(bytes, start + 1, length - 1, StandardCharsets.UTF_8);
            sink.unreadable(raw, "the array does not count from 1, which JSON cannot say");
        } else {
            text(bytes, start, length, passing, sink);
        }
    }

    // Only a database of encoding SQL_ASCII holds bytes that nobody has checked.
    private static void text(byte[] bytes, int start, int length, @Nullable RecentTexts passing, RowSink sink) {
        Utf8Text text = passing == null ? Utf8Text.of(Arrays.copyOfRange(bytes, start, start + length)) : passing.text(bytes, start, length);
        if (text == null) {
            sink.unreadable(new String(bytes, start, length, StandardCharsets.UTF_8), "the text is not UTF-8");
        } else if (passing == null) {
            sink.json(text.toString());
        } else {
            sink.text(text);
        }
    }
}
