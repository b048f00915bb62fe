package org.godwit.analysis.trace;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.godwit.task.ContentHash;
import org.godwit.task.TaskContext;

/**
 * A source file as text: unpacked if it is packed, in UTF-8 whatever its encoding. Plain files of any length are read
 * as streams; only a text in UTF-16 or UTF-32, which is one document, is taken into memory.
 */
final class SourceText {
    private static final int BUFFER = 1 << 16;
    private static final int AROUND = 6 << 10;
    private static final int LONGEST_VALUE = 64 << 10;
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private final Stored stored;
    private final TaskContext context;

    SourceText(Path file, TaskContext context) {
        this(() -> Files.newInputStream(file), context);
    }

    private SourceText(Stored stored, TaskContext context) {
        this.stored = stored;
        this.context = context;
    }

    /** Returns a text that stands in no file. */
    static SourceText of(String text, TaskContext context) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceText(() -> new ByteArrayInputStream(bytes), context);
    }

    /** Opens the stored bytes. */
    @FunctionalInterface
    private interface Stored {
        InputStream open() throws IOException;
    }

    /**
     * What one pass over a file found.
     *
     * @param sha256 of the stored bytes
     * @param spans one for each wish
     */
    record Found(String sha256, List<Optional<Span>> spans) {}

    /** How characters are written: the charset, the length of the mark at the beginning, and the bytes of a unit. */
    private record Form(Charset charset, int mark, int unit) {
        boolean wide() {
            return unit > 1;
        }
    }

    Found find(long line, List<Locator.Wish> wishes) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(stored.open(), digest)) {
            List<Optional<Span>> spans = Locator.find(utf8(in), line, wishes, context);
            byte[] rest = new byte[BUFFER];
            while (in.read(rest) >= 0) {
                context.checkCancelled();
            }
            return new Found(HexFormat.of().formatHex(digest.digest()), spans);
        }
    }

    private static InputStream utf8(InputStream stored) throws IOException {
        InputStream text = unpacked(stored);
        Form form = form(text);
        return form.wide() ? new ByteArrayInputStream(decoded(text, form)) : text;
    }

    private static InputStream unpacked(InputStream stored) throws IOException {
        InputStream marked = new BufferedInputStream(stored, BUFFER);
        marked.mark(2);
        byte[] magic = marked.readNBytes(2);
        marked.reset();
        boolean packed = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        return packed ? new BufferedInputStream(new GZIPInputStream(marked, BUFFER), BUFFER) : marked;
    }

    private static byte[] decoded(InputStream text, Form form) throws IOException {
        text.skipNBytes(form.mark());
        return new String(text.readAllBytes(), form.charset()).getBytes(StandardCharsets.UTF_8);
    }

    /** The first character of JSON text is ASCII, so its zero bytes show the width. */
    private static Form form(InputStream text) throws IOException {
        text.mark(4);
        byte[] b = text.readNBytes(4);
        text.reset();
        int[] u = new int[4];
        for (int i = 0; i < 4; i++) {
            u[i] = i < b.length ? b[i] & 0xFF : -1;
        }
        if (u[0] == 0xFF && u[1] == 0xFE) {
            return u[2] == 0 && u[3] == 0 ? new Form(UTF_32LE, 4, 4) : new Form(StandardCharsets.UTF_16LE, 2, 2);
        }
        if (u[0] == 0xFE && u[1] == 0xFF) {
            return new Form(StandardCharsets.UTF_16BE, 2, 2);
        }
        if (u[0] == 0 && u[1] == 0) {
            return u[2] == 0xFE && u[3] == 0xFF ? new Form(UTF_32BE, 4, 4) : new Form(UTF_32BE, 0, 4);
        }
        if (u[0] > 0 && u[1] == 0) {
            return u[2] == 0 && u[3] == 0 ? new Form(UTF_32LE, 0, 4) : new Form(StandardCharsets.UTF_16LE, 0, 2);
        }
        return u[0] == 0 && u[1] > 0 ? new Form(StandardCharsets.UTF_16BE, 0, 2) : new Form(StandardCharsets.UTF_8, 0, 1);
    }

    /** Returns a value with the text around it, and where its first byte stands in the (unpacked) file. */
    Trace.Spot spot(String pointer, Span span) throws IOException {
        try (InputStream in = stored.open()) {
            InputStream text = unpacked(in);
            Form form = form(text);
            if (!form.wide()) {
                return spot(pointer, span, span.start(), text);
            }
            byte[] utf8 = decoded(text, form);
            return spot(pointer, span, form.mark() + stored(utf8, (int) span.start(), form), new ByteArrayInputStream(utf8));
        }
    }

    private static long stored(byte[] utf8, int end, Form form) throws IOException {
        String before = new String(utf8, 0, end, StandardCharsets.UTF_8);
        return before.getBytes(form.charset()).length;
    }

    private static Trace.Spot spot(String pointer, Span span, long offset, InputStream utf8) throws IOException {
        long start = Math.max(0, span.start() - AROUND);
        utf8.skipNBytes(start);
        int lead = (int) (span.start() - start);
        boolean cutShort = span.end() - span.start() > LONGEST_VALUE;
        int value = cutShort ? LONGEST_VALUE : (int) (span.end() - span.start());
        byte[] bytes = utf8.readNBytes(lead + value + (cutShort ? 0 : AROUND));
        if (bytes.length < lead + value) {
            return new Trace.Spot(pointer, span.line(), span.column(), offset, null);
        }
        boolean ends = utf8.read() < 0;
        int from = start == 0 ? mark(bytes) : firstWhole(bytes, lead);
        String before = new String(bytes, from, lead - from, StandardCharsets.UTF_8);
        String inside = whole(new String(bytes, lead, value, StandardCharsets.UTF_8), !cutShort);
        String after = whole(new String(bytes, lead + value, bytes.length - lead - value, StandardCharsets.UTF_8), ends);
        // Whole lines, as far as there are some.
        int cut = start == 0 ? 0 : before.indexOf('\n') + 1;
        String lines = before.substring(cut);
        int end = ends ? after.length() : after.lastIndexOf('\n');
        String tail = end < 0 ? after : after.substring(0, end);
        long firstLine = span.line() - lines.chars().filter(c -> c == '\n').count();
        int at = lines.length();
        Trace.Excerpt excerpt = new Trace.Excerpt(lines + inside + tail, at, at + inside.length(), firstLine, start > 0 && cut == 0, !ends);
        return new Trace.Spot(pointer, span.line(), span.column(), offset, excerpt);
    }

    private static int mark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
    }

    private static int firstWhole(byte[] bytes, int limit) {
        int at = 0;
        while (at < limit && (bytes[at] & 0xC0) == 0x80) {
            at++;
        }
        return at;
    }

    /** Returns a text without a last character that was cut in two. */
    private static String whole(String text, boolean complete) {
        return complete || !text.endsWith("\uFFFD") ? text : text.substring(0, text.length() - 1);
    }
}
