package org.godwit.app.excerpt;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Reads lines around a place of a source file. Stateless; calls block. */
final class SourceLines {
    private static final int AROUND = 3;
    /** Bytes that are kept of a line: of the wanted one on both sides of the place. */
    private static final int SIDE = 110;
    private static final String CUT = "…";
    private static final String WILDCARDS = "*?[{";

    private SourceLines() {}

    /**
     * Finds a file by the name that reports give it.
     *
     * @param places folders, files or globs that the source was read from
     */
    static Optional<Path> find(List<String> places, String name) {
        List<String> names = new ArrayList<>(List.of(name));
        // With several sources a run puts the source's name in front.
        int slash = name.indexOf('/');
        if (slash > 0) {
            names.add(name.substring(slash + 1));
        }
        for (String wanted : names) {
            for (String place : places) {
                Optional<Path> found = at(place, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> at(String place, String name) {
        try {
            Path path = Path.of(fixed(place));
            Path file = path.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            boolean itself = path.getFileName() != null && path.getFileName().toString().equals(name);
            return itself && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The folder that a glob starts in; another place as it is. */
    private static String fixed(String place) {
        int wild = 0;
        while (wild < place.length() && WILDCARDS.indexOf(place.charAt(wild)) < 0) {
            wild++;
        }
        return wild == place.length() ? place : place.substring(0, place.lastIndexOf('/', wild) + 1);
    }

    /**
     * Reads the lines around a place.
     *
     * @param column in bytes, from 1; 0 marks the line as a whole
     */
    static Excerpt read(Path file, String name, long line, long column) {
        return read(file, name, line, column, 1);
    }

    private static Excerpt read(Path file, String name, long line, long column, long length) {
        try (InputStream in = open(file)) {
            return new Excerpt(name, lines(in, line, column, length));
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the lines around a value of a document and marks it; around the document's beginning if it is not there.
     *
     * @param line where the document begins
     */
    static Excerpt read(Path file, String name, long line, SoughtValue value) {
        Optional<SoughtValue.Spot> found;
        try (InputStream in = open(file)) {
            skipLines(in, line - 1);
            found = value.in(in);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
        return found.map(spot -> read(file, name, line + spot.line(), spot.column(), spot.length())).orElseGet(() -> read(file, name, line, 0));
    }

    private static void skipLines(InputStream in, long lines) throws IOException {
        long left = lines;
        while (left > 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            left -= next == '\n' ? 1 : 0;
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new BufferedInputStream(packed ? new GZIPInputStream(in) : in, 1 << 16);
    }

    private static List<Excerpt.Line> lines(InputStream in, long wanted, long column, long length) throws IOException {
        List<Excerpt.Line> lines = new ArrayList<>();
        long first = Math.max(1, wanted - AROUND);
        long number = 1;
        boolean more = true;
        while (more && number <= wanted + AROUND) {
            LineBytes bytes = new LineBytes(number == wanted ? Math.max(0, column - 1 - SIDE) : 0);
            more = bytes.read(in, number >= first);
            if (number >= first && (more || bytes.length() > 0 || number == wanted)) {
                lines.add(number == wanted ? bytes.marked(number, column, length) : bytes.plain(number));
            }
            number++;
        }
        return lines;
    }

    /** The part of a line that is kept. */
    private static final class LineBytes {
        private final long start;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        LineBytes(long start) {
            this.start = start;
        }

        long length() {
            return length;
        }

        /** Reads to the end of the line; returns false at the end of the file. */
        boolean read(InputStream in, boolean keep) throws IOException {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                if (keep && next != '\r' && length >= start && length < start + 2 * SIDE) {
                    kept.write(next);
                }
                length++;
                next = in.read();
            }
            return next >= 0;
        }

        Excerpt.Line plain(long number) {
            return new Excerpt.Line(number, text(kept.toByteArray()) + (length > start + 2 * SIDE ? CUT : ""), false, -1, -1);
        }

        Excerpt.Line marked(long number, long column, long marked) {
            byte[] bytes = kept.toByteArray();
            int at = Math.clamp(column - 1 - start, 0, bytes.length);
            String before = (start > 0 ? CUT : "") + text(java.util.Arrays.copyOf(bytes, at));
            String after = text(java.util.Arrays.copyOfRange(bytes, at, bytes.length)) + (length > start + 2 * SIDE ? CUT : "");
            if (column <= 0) {
                return new Excerpt.Line(number, before + after, true, -1, -1);
            }
            int to = (int) Math.min(bytes.length, at + marked);
            return new Excerpt.Line(number, before + after, true, before.length(), before.length() + text(java.util.Arrays.copyOfRange(bytes, at, to)).length());
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).replace("\t", "    ").replaceAll("\\p{Cntrl}", "\uFFFD");
        }
    }
}
