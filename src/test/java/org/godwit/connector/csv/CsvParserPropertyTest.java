package org.godwit.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class CsvParserPropertyTest {
    @Provide
    Arbitrary<List<List<@Nullable String>>> tables() {
        Arbitrary<@Nullable String> field = Arbitraries.strings().withChars('a', ' ', ',', '"', '\n', '\r', '\u00e9', '\t', '0').ofMaxLength(6).injectNull(0.2);
        return field.list().ofMinSize(2).ofMaxSize(5).list().ofMaxSize(30);
    }

    /** Hands out few bytes at a time, so that every place is once the end of what is there. */
    private static InputStream slow(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(length, step));
            }
        };
    }

    @Property(tries = 500)
    void whatAnotherLibraryWritesIsReadAsItWas(@ForAll("tables") List<List<@Nullable String>> table, @ForAll LineDelimiter end) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).lineDelimiter(end).build(text)) {
            table.forEach(writer::writeRecord);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int step : List.of(1, 3, 1_000)) {
            List<List<@Nullable String>> read = new ArrayList<>();
            CsvParser parser = new CsvParser(slow(bytes, step), ',', 0, 1);
            while (parser.next()) {
                assertThat(parser.fault()).isEmpty();
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 0; i < parser.count(); i++) {
                    row.add(parser.isEmpty(i) && !parser.isQuoted(i) ? null : parser.text(i));
                }
                read.add(row);
            }
            assertThat(read).isEqualTo(table);
        }
    }
}
