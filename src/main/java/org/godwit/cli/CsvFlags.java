package org.godwit.cli;

import org.godwit.model.CsvOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How CSV and TSV files are read where their content would tell it wrong. */
final class CsvFlags {
    @Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiter.class,
            description = "What stands between the fields of CSV files: one character, or comma, semicolon, tab, pipe; told by content if not given.")
    private @Nullable Character delimiter;

    @Option(names = "--header", negatable = true,
            description = "The first record of CSV files names the columns, or (--no-header) does not; told by content if not given.")
    private @Nullable Boolean header;

    CsvOptions options() {
        return new CsvOptions(delimiter, header);
    }

    /** Reads a character or its name. */
    static final class Delimiter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            try {
                return CsvOptions.delimiter(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("one character, or " + String.join(", ", CsvOptions.names()) + " is needed, not " + text);
            }
        }
    }
}
