package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own reading of the plan's schema and that of a full validator are the same. */
final class SchemaAgreementTest {
    private static final Schema SCHEMA = schema();
    private static final Set<String> UNDERSTOOD = Set.of("$ref", "type", "properties", "required", "additionalProperties", "items",
            "minItems", "uniqueItems", "enum", "const", "pattern", "anyOf", "minProperties", "writeOnly", "propertyNames");
    private static final Set<String> WITHOUT_RULES = Set.of("$schema", "$id", "$defs", "title", "description", "examples");

    private static Schema schema() {
        try (InputStream in = SchemaAgreementTest.class.getResourceAsStream("/schema/plan.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ours(String text) {
        Faults faults = new Faults();
        SchemaRules.plan().check(JsonText.parse(text.getBytes(StandardCharsets.UTF_8), "p", faults), faults);
        return faults.isEmpty();
    }

    private static boolean theirs(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.godwit.engine.plan.BrokenPlan#forms")
    void bothRefuseAWrongForm(BrokenPlan broken) {
        assertThat(theirs(broken.text())).isFalse();
        assertThat(ours(broken.text())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.godwit.engine.plan.BrokenPlan#meanings")
    void bothLeaveTheMeaningToTheChecker(BrokenPlan broken) {
        assertThat(theirs(broken.text())).isTrue();
        assertThat(ours(broken.text())).isTrue();
    }

    @Test
    void bothTakeTheGoodPlans() throws IOException {
        try (Stream<Path> files = Stream.of(Path.of("src/test/resources/plans"), Path.of("resources/recipes")).flatMap(SchemaAgreementTest::list)) {
            List<Path> plans = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(plans).isNotEmpty();
            for (Path file : plans) {
                assertThat(theirs(Files.readString(file))).as("%s", file).isTrue();
                assertThat(ours(Files.readString(file))).as("%s", file).isTrue();
            }
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any value of the good plan may be replaced by any other of it. */
    @Property(tries = 500)
    void bothSayTheSameOfSplicedPlans(@ForAll("spliced") String text) {
        assertThat(ours(text)).as(text).isEqualTo(theirs(text));
    }

    @Provide
    Arbitrary<String> spliced() {
        String good = BrokenPlan.good();
        List<String> values = List.of("null", "1", "true", "\"\"", "\"text\"", "\"id\"", "[]", "{}", "[\"a\"]", "[\"a\",\"a\"]", "{\"name\":\"a\"}",
                "{\"from\":\"a\"}", "{\"const\":1}", "{\"rest\":\"@\"}", "{\"from\":\"a\",\"extra\":1}");
        List<Integer> starts = IntStream.range(0, good.length()).filter(i -> good.startsWith("\": ", i)).mapToObj(i -> i + 3).toList();
        return Arbitraries.of(starts).flatMap(start -> Arbitraries.of(values).map(value -> splice(good, start, value)));
    }

    private static String splice(String text, int start, String value) {
        int depth = 0;
        boolean quoted = false;
        int end = start;
        while (true) {
            char c = text.charAt(end);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && depth == 0 && (c == ',' || c == '}' || c == ']' || c == '\n')) {
                return text.substring(0, start) + value + " " + text.substring(end);
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            }
            end++;
        }
    }

    @Test
    void usesOnlyKeywordsThatWeUnderstand() throws IOException {
        Set<String> unknown = new TreeSet<>();
        JsonValue schema = JsonText.parse(Files.readAllBytes(Path.of("resources/schema/plan.schema.json")), "schema", new Faults());
        collect(schema, unknown);
        assertThat(unknown).as("teach SchemaRules these keywords").isEmpty();
    }

    private static void collect(JsonValue schema, Set<String> unknown) {
        if (!(schema instanceof JsonValue.Obj object)) {
            return;
        }
        object.members().forEach((key, value) -> {
            if (!UNDERSTOOD.contains(key) && !WITHOUT_RULES.contains(key)) {
                unknown.add(key);
            }
            if ((key.equals("properties") || key.equals("$defs")) && value instanceof JsonValue.Obj inner) {
                inner.members().values().forEach(each -> collect(each, unknown));
            } else if (key.equals("anyOf") && value instanceof JsonValue.Arr choices) {
                choices.elements().forEach(each -> collect(each, unknown));
            } else if (Set.of("items", "additionalProperties", "propertyNames").contains(key)) {
                collect(value, unknown);
            }
        });
    }
}
