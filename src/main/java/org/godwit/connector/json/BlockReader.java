package org.godwit.connector.json;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.godwit.connector.json.Block.Shape;
import org.godwit.connector.json.Block.Stop;
import org.godwit.connector.spi.IoReasons;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.godwit.shred.JsonLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads one big or packed file from its beginning to its end: as one block if it is one document within the limits,
 * in parts if it has one document per line. Holds no more than one part in memory. Not thread-safe.
 */
final class BlockReader implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x8B1F;
    private static final int SMALLEST_BUFFER = 64 << 10;
    private static final long SUSPICIOUS_BYTES = 100L << 20;
    private static final long SUSPICIOUS_RATIO = 100;
    private static final byte[] NOTHING = new byte[0];

    private final SourceFile file;
    private final HashingStream stored;
    private final JsonLimits limits;
    private final UnitSizes sizes;
    private final Lines lines;
    private @Nullable InputStream text;
    private byte[] buffer = NOTHING;
    private int filled;
    /** Where buffer[0] stands in the unpacked file, and its line. */
    private long offset;
    private long line = 1;
    private long reportedStored;
    private boolean first = true;
    private boolean inLines;
    private boolean ended;
    private boolean done;

    /** Takes over a stream of the stored bytes. */
    BlockReader(SourceFile file, InputStream in, JsonLimits limits, UnitSizes sizes, Lines lines) {
        this.file = file;
        this.limits = limits;
        this.sizes = sizes;
        this.lines = lines;
        this.stored = new HashingStream(in);
    }

    private InputStream open() throws IOException {
        BufferedInputStream marked = new BufferedInputStream(stored, SMALLEST_BUFFER);
        marked.mark(2);
        byte[] magic = marked.readNBytes(2);
        marked.reset();
        return isGzip(magic, magic.length) ? new GZIPInputStream(marked, SMALLEST_BUFFER) : marked;
    }

    static boolean isGzip(byte[] bytes, int length) {
        return length >= 2 && ((bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8) == GZIP_MAGIC;
    }

    /** Returns the next block, the last one marked as such, then null. */
    @Nullable Block next() {
        if (done) {
            return null;
        }
        try {
            return inLines ? nextLines() : start();
        } catch (EOFException | ZipException e) {
            return stopped(Status.MALFORMED, "the packed (gzip) data is damaged or cut off" + said(e));
        } catch (IOException e) {
            return stopped(Status.UNREADABLE, IoReasons.of(e));
        } catch (SuspiciousCompression e) {
            return stopped(Status.MALFORMED, "suspicious compression: " + Block.megabytes(stored.count())
                    + " unpack to more than " + Block.megabytes(offset + filled) + "; unpack the file yourself if you trust it");
        }
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? "" : ": " + e.getMessage();
    }

    private Block start() throws IOException, SuspiciousCompression {
        int wanted = Math.min(sizes.whole(), limits.documentBytes());
        while (true) {
            fill(wanted);
            if (ended) {
                return block(Shape.WHOLE, filled, true);
            }
            Encodings encoding = Encodings.of(buffer, 0, filled);
            int from = encoding.mark();
            if (!encoding.isWide() && lines.areLines(buffer, from, Bytes.lastLineStart(buffer, from, filled))) {
                inLines = true;
                return block(Shape.LINES, Bytes.lastLineStart(buffer, from, filled), false);
            }
            if (wanted >= limits.documentBytes()) {
                return stopped(Status.MALFORMED, tooLarge(encoding.isWide() ? "a text in UTF-16 or UTF-32" : "one JSON document"));
            }
            wanted = (int) Math.min(wanted * 2L, limits.documentBytes());
        }
    }

    private String tooLarge(String what) {
        return what + " of more than " + Block.megabytes(limits.documentBytes())
                + ", the limit with this much memory: write one document per line (NDJSON, UTF-8), or give more memory";
    }

    private Block nextLines() throws IOException, SuspiciousCompression {
        int wanted = Math.max(sizes.part(), filled);
        while (true) {
            fill(wanted);
            if (ended) {
                return block(Shape.LINES, filled, true);
            }
            int end = Bytes.lastLineStart(buffer, 0, filled);
            if (end > 0) {
                return block(Shape.LINES, end, false);
            }
            if (filled >= limits.documentBytes()) {
                return skipLine();
            }
            wanted = (int) Math.min(Math.max(wanted, SMALLEST_BUFFER) * 2L, limits.documentBytes());
        }
    }

    /** Leaves out a line that is longer than a document may be. */
    private Block skipLine() throws IOException, SuspiciousCompression {
        Problem problem = problem(tooLarge("a line"));
        int end = filled;
        while (end == filled && !ended) {
            offset += filled;
            filled = 0;
            fill(sizes.part());
            end = Bytes.lineEnd(buffer, 0, filled);
        }
        if (end < filled) {
            end++;
            line++;
        }
        offset += end;
        byte[] rest = Arrays.copyOfRange(buffer, end, Math.max(end, filled));
        filled = 0;
        boolean last = ended && rest.length == 0;
        Block block = finish(NOTHING, 0, Shape.LINES, last, new Stop(Status.MALFORMED, problem));
        buffer = rest;
        filled = rest.length;
        return block;
    }

    private Problem problem(String reason) {
        Block here = new Block(file, buffer, 0, filled, offset, line, Shape.WHOLE, first, true, null, null, 0);
        return here.problem(0, reason);
    }

    private Block stopped(Status status, String reason) {
        done = true;
        Stop stop = new Stop(status, problem(reason));
        return new Block(file, NOTHING, 0, 0, offset, line, inLines ? Shape.LINES : Shape.WHOLE, first, true, null, stop, progress());
    }

    /** Hands out the beginning of the buffer and keeps the rest for the next block. */
    private Block block(Shape shape, int end, boolean last) throws IOException {
        byte[] data = buffer;
        byte[] rest = Arrays.copyOfRange(data, end, filled);
        Block block = finish(data, end, shape, last, null);
        offset += end;
        line += last ? 0 : Bytes.countLines(data, 0, end);
        buffer = rest;
        filled = rest.length;
        return block;
    }

    private Block finish(byte[] data, int end, Shape shape, boolean last, @Nullable Stop stop) throws IOException {
        String sha256 = null;
        Stop reason = stop;
        if (last) {
            done = true;
            sha256 = stored.finish();
            if (reason == null && hasChanged()) {
                reason = new Stop(Status.UNREADABLE, new Problem(file.name(), 0, 0, -1, SmallFiles.CHANGED, ""));
            }
        }
        int from = first && shape == Shape.LINES ? Encodings.of(data, 0, end).mark() : 0;
        int to = shape == Shape.WHOLE && reason != null ? from : end;
        Block block = new Block(file, data, from, to, offset, line, shape, first, last, sha256, reason, progress());
        first = false;
        return block;
    }

    private boolean hasChanged() throws IOException {
        return stored.count() != file.bytes() || SmallFiles.modified(file) != file.modifiedMillis();
    }

    private long progress() {
        long before = reportedStored;
        reportedStored = stored.count();
        return reportedStored - before;
    }

    /** Fills the buffer up to a size, or to the end of the text. */
    private void fill(int wanted) throws IOException, SuspiciousCompression {
        InputStream in = text == null ? open() : text;
        text = in;
        if (buffer.length < wanted) {
            buffer = Arrays.copyOf(buffer, wanted);
        }
        while (filled < wanted && !ended) {
            int n = in.read(buffer, filled, Math.min(wanted - filled, 1 << 20));
            if (n < 0) {
                ended = true;
            } else {
                filled += n;
            }
            long unpacked = offset + filled;
            if (unpacked > SUSPICIOUS_BYTES && unpacked / SUSPICIOUS_RATIO > stored.count()) {
                throw new SuspiciousCompression();
            }
        }
    }

    @Override
    public void close() throws IOException {
        InputStream in = text;
        if (in != null) {
            in.close();
        }
        stored.close();
    }

    /** More unpacked bytes than a real file has. */
    private static final class SuspiciousCompression extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static InputStream stored(SourceFile file) throws IOException {
        return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
    }
}
