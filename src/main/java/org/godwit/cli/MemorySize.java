package org.godwit.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes of memory such as {@code 1GB} and {@code 512MB}, in decimal units as DuckDB has them. */
final class MemorySize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?([MG]B)", Pattern.CASE_INSENSITIVE);
    private static final long MB = 1_000_000;
    private static final long GB = 1_000 * MB;
    /** With less DuckDB gives up at almost anything. */
    private static final long LEAST = 128 * MB;

    @Override
    public Long convert(String size) {
        Matcher parts = SIZE.matcher(size.strip());
        long bytes = parts.matches() ? Long.parseLong(parts.group(1)) * (parts.group(2).equalsIgnoreCase("GB") ? GB : MB) : 0;
        if (bytes < LEAST) {
            throw new TypeConversionException("a size such as 1GB or 512MB is needed, at least 128MB, not " + size);
        }
        return bytes;
    }
}
