package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TapeReaderTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonLimits LIMITS = JsonLimits.forHeap(512L << 20);

    private static final String ODD = "{}[],:\"\\0-1.eEtfnNI u\n\u0001\u00e9";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u00[0-9A-F]{2}");

    private final TapeReader reader = new TapeReader(new KeyTable(), LIMITS);
    private final JsonTape tape = new JsonTape();

    @Property(tries = 300)
    void readsWhatAnotherWriterWrote(@ForAll("values") JsonNode value) {
        for (String text : new String[] {MAPPER.writeValueAsString(value), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)}) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(reader.read(utf8, 0, utf8.length, tape)).isNull();
            assertThat(reader.end()).isEqualTo(utf8.length);
            StringBuilder again = new StringBuilder();
            TapeText.append(again, tape, 0);
            assertThat(again.toString()).isEqualTo(lowerCaseEscapes(MAPPER.writeValueAsString(value)));
        }
    }

    /** Where Jackson refuses something, the finder must know why; where it does not, the finder must agree. */
    @Property(tries = 300)
    void namesTheFaultOfEveryTextThatItRefuses(@ForAll("values") JsonNode value, @ForAll long seed) {
        byte[] utf8 = MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            byte[] damaged = utf8.clone();
            damaged[random.nextInt(damaged.length)] = (byte) ODD.charAt(random.nextInt(ODD.length()));
            int length = random.nextInt(4) == 0 ? random.nextInt(damaged.length + 1) : damaged.length;
            JsonFault fault = reader.read(damaged, 0, length, tape);
            FaultFinder finder = new FaultFinder(damaged, length, LIMITS);
            assertThat(fault).as(() -> new String(damaged, 0, length, StandardCharsets.UTF_8)).isEqualTo(finder.find(0));
            if (fault == null) {
                assertThat(reader.end()).isEqualTo(finder.end());
            }
        }
    }

    @Test
    void findsDuplicatesAmongManyNames() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            text.append("\"k").append(i).append("\":{\"k").append(i).append("\":0},");
        }
        String unique = text + "\"last\":0}";
        byte[] fine = unique.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(fine, 0, fine.length, tape)).isNull();
        byte[] twice = (text + "\"k77\":0}").getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(twice, 0, twice.length, tape))
                .isEqualTo(new JsonFault(text.length(), "the member name \"k77\" stands twice in the same object"));
    }

    @Test
    void keepsTheTextOfEveryNumberWhereverItStands() {
        String long1000 = "9".repeat(1000);
        String json = "[-1.5, NaN ,-Infinity,\n Infinity\t,{\"ä\":-0.0e1,\"b\" : \r\n 7},\"é€\",3,[0],-0,1E+5," + long1000 + ",0.10]";
        byte[] text = ("  " + json + " 5").getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(text, 2, text.length, tape)).isNull();
        JsonTape copy = new JsonTape();
        int all = copy.addTree("all", 0, tape);
        List<String> numbers = new ArrayList<>();
        for (int node = 0; node < tape.size(); node++) {
            if (tape.kind(node) == JsonTape.NUMBER) {
                int from = tape.numberFrom(node);
                String bytes = new String(tape.numbers(), from, tape.numberTo(node) - from, StandardCharsets.US_ASCII);
                assertThat(tape.text(node)).isEqualTo(bytes).isEqualTo(copy.text(all + node));
                numbers.add(bytes);
            }
        }
        assertThat(numbers)
                .containsExactly("-1.5", "NaN", "-Infinity", "Infinity", "-0.0e1", "7", "3", "0", "-0", "1E+5", long1000, "0.10");
    }

    @Test
    void stopsAfterTheFirstValue() {
        byte[] text = "  12 {\"a\": 1} \"x\"[]".getBytes(StandardCharsets.UTF_8);
        int[] ends = {4, 13, 17, 19};
        int from = 0;
        for (int end : ends) {
            assertThat(reader.read(text, from, text.length, tape)).isNull();
            assertThat(reader.end()).isEqualTo(end);
            from = end;
        }
    }

    private static String lowerCaseEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group().toLowerCase(Locale.ROOT)));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return values(3);
    }

    private Arbitrary<JsonNode> values(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(8),
                Arbitraries.strings().withCharRange('\0', '\u007f').ofMaxLength(8),
                Arbitraries.of("", "ä", "€", "😀", "\u2028", "\uFFFF", "a".repeat(4100), "€".repeat(1400)));
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                text.map(nodes::stringNode),
                Arbitraries.longs().map(nodes::numberNode),
                Arbitraries.bigIntegers().map(nodes::numberNode),
                Arbitraries.doubles().map(nodes::numberNode),
                Arbitraries.of(nodes.booleanNode(true), nodes.booleanNode(false), nodes.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> inner = values(depth - 1);
        return Arbitraries.oneOf(
                scalars,
                inner.list().ofMaxSize(5).map(list -> {
                    ArrayNode array = nodes.arrayNode();
                    list.forEach(array::add);
                    return array;
                }),
                Arbitraries.maps(text, inner).ofMaxSize(5).map(map -> {
                    ObjectNode object = nodes.objectNode();
                    map.forEach(object::set);
                    return object;
                }));
    }
}
