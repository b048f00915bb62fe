package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The window's texts: none is missing, none is left over, all are well formed. */
final class TextTest {
    private static final Path SOURCES = Path.of("src/main/java/org/godwit/app");
    private static final Path BUNDLE = Path.of("resources/i18n/app.properties");
    private static final Pattern KEY = Pattern.compile("\"(app\\.[a-z][A-Za-z.]*)\"");
    /** Keys that the code puts together, by their beginnings. */
    private static final List<String> PUT_TOGETHER = List.of("app.ledger.", "app.phase.", "app.mapping.do.");

    @Test
    void hasATextForEveryKeyInTheCode() throws IOException {
        Set<String> missing = keysInCode();
        missing.removeAll(texts().stringPropertyNames());
        missing.removeAll(PUT_TOGETHER);
        assertThat(missing).as("add to " + BUNDLE + ": " + String.join("=\n", missing) + "=").isEmpty();
    }

    @Test
    void hasNoTextThatNobodyUses() throws IOException {
        Set<String> unused = new TreeSet<>(texts().stringPropertyNames());
        unused.removeAll(keysInCode());
        unused.removeIf(key -> PUT_TOGETHER.stream().anyMatch(key::startsWith));
        assertThat(unused).as("take out of " + BUNDLE).isEmpty();
    }

    @Test
    void holdsOnlyPatternsThatCanBeFilled() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            assertThat(new MessageFormat(texts.getProperty(key)).format(new Object[] {1, 2, 3, 4})).as(key).isNotBlank();
        }
    }

    @Test
    void readsFiguresAsPeopleDo() {
        assertThat(Figures.bytes(1_592_337)).isEqualTo("1.6 MB");
        assertThat(Figures.duration(0.44)).isEqualTo("0.4 s");
        assertThat(Figures.duration(185)).isEqualTo("3 min 5 s");
        assertThat(Figures.share(12, 16_234)).isEqualTo("(< 0.1 %)");
        assertThat(Figures.share(16_233, 16_234)).isEqualTo("(> 99.9 %)");
        assertThat(Figures.share(0, 16_234)).isEqualTo("(0 %)");
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> keysInCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }
}
