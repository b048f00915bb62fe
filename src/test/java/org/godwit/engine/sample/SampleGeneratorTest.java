package org.godwit.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SampleGeneratorTest {
    private static final Path SHIPPED = Path.of("samples/benchmark-results");
    private static final int SHIPPED_FILES = 40;
    private static final long SHIPPED_SEED = 7;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    Path folder;

    /** With -Dgolden.update the shipped sample is written anew. */
    @Test
    void theShippedSampleIsWhatTheGeneratorMakes() throws IOException {
        if (System.getProperty("golden.update") != null) {
            delete(SHIPPED);
            SampleGenerator.generate(SHIPPED, SHIPPED_FILES, SHIPPED_SEED);
        }
        SampleGenerator.Sample made = SampleGenerator.generate(folder.resolve("benchmark-results"), SHIPPED_FILES, SHIPPED_SEED);

        assertThat(files(made.folder())).isEqualTo(files(SHIPPED));
        assertThat(Files.readString(made.truth())).isEqualTo(Files.readString(Path.of("samples/benchmark-results.truth.json")));
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        Path one = SampleGenerator.generate(folder.resolve("one"), 60, 1).folder();
        Path two = SampleGenerator.generate(folder.resolve("two"), 60, 2).folder();

        assertThat(files(one)).hasSameSizeAs(files(two)).isNotEqualTo(files(two));
    }

    @Test
    void countsWhatItWrote() throws IOException {
        SampleGenerator.Sample sample = SampleGenerator.generate(folder.resolve("s"), 500, 3);
        JsonNode truth = JSON.readTree(Files.readString(sample.truth()));
        Map<String, Long> leaves = new TreeMap<>();
        Map<String, Long> status = new TreeMap<>(Map.of("ok", 0L, "malformed", 0L, "empty", 0L));
        for (String text : files(sample.folder()).values()) {
            try {
                if (text.isEmpty()) {
                    status.merge("empty", 1L, Long::sum);
                } else {
                    count(JSON.readTree(text), leaves);
                    status.merge("ok", 1L, Long::sum);
                }
            } catch (JacksonException e) {
                status.merge("malformed", 1L, Long::sum);
            }
        }

        assertThat(files(sample.folder())).hasSize(500);
        status.forEach((name, count) -> assertThat(truth.get("files").get(name).asLong()).as(name).isEqualTo(count));
        leaves.forEach((type, count) -> assertThat(truth.get("leaves").get(type).asLong()).as(type).isEqualTo(count));
        assertThat(truth.get("leaves").get("total").asLong()).isEqualTo(leaves.values().stream().mapToLong(Long::longValue).sum());
        assertThat(truth.get("documents").asInt()).isEqualTo(sample.documents()).isEqualTo(497);
    }

    @Test
    void everyOddityIsWhereTheTruthSays() throws IOException {
        SampleGenerator.Sample sample = SampleGenerator.generate(folder.resolve("s"), SampleGenerator.FEWEST, SHIPPED_SEED);
        List<String> kinds = new ArrayList<>();
        for (JsonNode oddity : JSON.readTree(Files.readString(sample.truth())).get("oddities")) {
            kinds.add(oddity.get("kind").asString());
            Path file = sample.folder().resolve(oddity.get("file").asString());
            String pointer = oddity.get("pointer").asString();
            assertThat(file).exists();
            if (!pointer.isEmpty()) {
                assertThat(JSON.readTree(Files.readString(file)).at(pointer).isMissingNode()).as(oddity.toString()).isFalse();
            }
        }

        assertThat(kinds).contains(
                "12.75 where all others are integers", "a key that no other file has", "an integer beyond 64 bits",
                "NaN and Infinity among numbers", "failed attempt without measures", "simulated hardware", "empty file",
                "date form: ISO", "date form: UTC", "date form: SPACE", "date form: EPOCH", "date form: COMPACT");
        assertThat(kinds).filteredOn(kind -> kind.startsWith("byte-identical")).hasSize(2);
    }

    @Test
    void leavesAFolderAloneThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> SampleGenerator.generate(folder, 50, 1))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOLDER_NOT_EMPTY));
        assertThat(files(folder)).containsOnlyKeys("mine.txt");
    }

    @Test
    void asksForEnoughFilesAndAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> SampleGenerator.generate(folder.resolve("s"), 3, 1))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
        assertThatThrownBy(() -> SampleGenerator.generate(file, 50, 1))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE));
    }

    private static void count(JsonNode node, Map<String, Long> leaves) {
        if (node.isContainer() && !node.isEmpty()) {
            node.forEach(child -> count(child, leaves));
            return;
        }
        String type = switch (node.getNodeType()) {
            case OBJECT -> "emptyObject";
            case ARRAY -> "emptyArray";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> throw new IllegalStateException(node.toString());
        };
        leaves.merge(type, 1L, Long::sum);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.sorted(java.util.Comparator.reverseOrder()).forEach(SampleGeneratorTest::deleteOne);
            }
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
