package org.godwit.connector.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.godwit.connector.json.Block.Shape;
import org.godwit.connector.json.Block.Stop;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.godwit.shred.JsonFault;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.TapeReader;
import org.godwit.task.ContentHash;
import org.jspecify.annotations.Nullable;

/** Reads small files and parses texts: whole files and parts of big ones. */
final class JsonUnitParser implements UnitParser {
    private static final String TRAILING = "more text after the end of the JSON value";

    private final TapeReader reader;
    private final JsonLimits limits;
    private final UnitSizes sizes;
    private final Lines lines;
    private final JsonTape tape = new JsonTape();
    private final SmallFiles smallFiles = new SmallFiles();
    private final MessageDigest digest = ContentHash.sha256();

    JsonUnitParser(TapeReader reader, JsonLimits limits, UnitSizes sizes) {
        this.reader = reader;
        this.limits = limits;
        this.sizes = sizes;
        this.lines = new Lines(reader);
    }

    @Override
    public void parse(Unit unit, DocumentSink sink) {
        switch ((JsonUnit) unit) {
            case JsonUnit.Part part -> block(part.block(), sink);
            case JsonUnit.Files small -> {
                for (SourceFile file : small.files()) {
                    file(file, sink);
                }
                smallFiles.shrink(sizes.unit());
            }
        }
    }

    @Override
    public void close() {
        // Nothing is held open between units.
    }

    private void file(SourceFile file, DocumentSink sink) {
        try {
            int size = smallFiles.read(file);
            byte[] data = smallFiles.buffer();
            if (size < 0) {
                block(stopped(file, new Stop(Status.UNREADABLE, new Problem(file.name(), 0, 0, -1, SmallFiles.CHANGED, ""))), sink);
            } else if (BlockReader.isGzip(data, size)) {
                packed(file, data, size, sink);
            } else {
                digest.update(data, 0, size);
                String sha256 = HexFormat.of().formatHex(digest.digest());
                block(new Block(file, data, 0, size, 0, 1, Shape.WHOLE, true, true, sha256, null, size), sink);
            }
        } catch (IOException e) {
            block(JsonUnitSource.unreadable(file, e), sink);
        }
    }

    private static Block stopped(SourceFile file, Stop stop) {
        return new Block(file, new byte[0], 0, 0, 0, 1, Shape.WHOLE, true, true, null, stop, file.bytes());
    }

    private void packed(SourceFile file, byte[] data, int size, DocumentSink sink) throws IOException {
        try (BlockReader blocks = new BlockReader(file, new ByteArrayInputStream(data, 0, size), limits, sizes, lines)) {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                block(block, sink);
            }
        }
    }

    private void block(Block block, DocumentSink sink) {
        SourceFile file = block.file();
        boolean wanted = sink.part(file, block.first(), block.sha256());
        Stop stop = block.stop();
        Status status = Status.OK;
        if (wanted && (block.shape() == Shape.LINES || stop == null)) {
            status = block.shape() == Shape.LINES ? lines(block, null, sink) : whole(block, sink);
        }
        if (stop != null) {
            sink.problem(file, stop.problem());
            status = block.shape() == Shape.LINES && block.from() < block.to() ? status : stop.status();
        }
        String sha256 = block.sha256();
        sink.partEnd(file, status, sha256 == null ? "" : sha256, block.last());
    }

    private Status whole(Block block, DocumentSink sink) {
        Encodings encoding = Encodings.of(block.data(), block.from(), block.to());
        if (!encoding.isWide()) {
            return text(block.withData(block.data(), block.from() + encoding.mark(), block.to()), null, sink);
        }
        Encodings.Decoded decoded = encoding.decode(block.data(), block.from(), block.to());
        byte[] utf8 = decoded.utf8();
        Block text = block.withData(utf8, 0, utf8.length);
        if (decoded.faultAt() < 0) {
            return text(text, encoding, sink);
        }
        sink.problem(block.file(), place(text, encoding, utf8.length, "invalid " + encoding.charset()));
        return Status.MALFORMED;
    }

    /** Reads a whole text: one value, or else one on each line. */
    private Status text(Block text, @Nullable Encodings encoding, DocumentSink sink) {
        byte[] data = text.data();
        int start = Bytes.skipBlank(data, text.from(), text.to());
        if (start == text.to()) {
            sink.problem(text.file(), place(text, encoding, text.from(), text.from() == text.to() ? "the file is empty" : "the file holds white space only"));
            return Status.EMPTY;
        }
        JsonFault fault = reader.read(data, start, text.to(), tape);
        if (fault == null) {
            int next = Bytes.skipBlank(data, reader.end(), text.to());
            if (next == text.to()) {
                sink.document(text.file(), tape, text.line() + Bytes.countLines(data, text.from(), start));
                return Status.OK;
            }
            fault = new JsonFault(next, TRAILING);
        }
        if (lines.areLines(data, text.from(), text.to())) {
            return lines(text, encoding, sink);
        }
        sink.problem(text.file(), place(text, encoding, fault.offset(), fault.reason()));
        return Status.MALFORMED;
    }

    private Status lines(Block text, @Nullable Encodings encoding, DocumentSink sink) {
        byte[] data = text.data();
        long line = text.line();
        boolean anyRead = false;
        boolean anyFault = false;
        for (int start = text.from(); start < text.to(); line++) {
            int end = Bytes.lineEnd(data, start, text.to());
            int first = Bytes.skipBlank(data, start, end);
            if (first < end) {
                JsonFault fault = reader.read(data, first, end, tape);
                if (fault == null) {
                    int next = Bytes.skipBlank(data, reader.end(), end);
                    fault = next == end ? null : new JsonFault(next, TRAILING);
                }
                if (fault == null) {
                    sink.document(text.file(), tape, line);
                    anyRead = true;
                } else {
                    sink.problem(text.file(), place(text.problemInLine(fault.offset(), line, start, end, fault.reason()), text, encoding, fault.offset()));
                    anyFault = true;
                }
            }
            start = end + 1;
        }
        return anyFault && !anyRead ? Status.MALFORMED : Status.OK;
    }

    private static Problem place(Block text, @Nullable Encodings encoding, int at, String reason) {
        return place(text.problem(at, reason), text, encoding, at);
    }

    /** In a text that was decoded, places count the bytes of its source. */
    private static Problem place(Problem problem, Block text, @Nullable Encodings encoding, int at) {
        if (encoding == null) {
            return problem;
        }
        byte[] data = text.data();
        int column = encoding.sourceBytes(data, Bytes.lastLineStart(data, 0, at), at) + 1;
        int offset = encoding.mark() + encoding.sourceBytes(data, 0, at);
        return new Problem(problem.file(), problem.line(), column, offset, problem.reason(), problem.excerpt());
    }
}
