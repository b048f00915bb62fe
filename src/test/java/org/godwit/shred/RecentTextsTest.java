package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecentTextsTest {
    private static @Nullable Utf8Text ask(RecentTexts recent, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return recent.text(bytes, 1, bytes.length - 2);
    }

    private static Utf8Text of(RecentTexts recent, String text) {
        return Objects.requireNonNull(ask(recent, text));
    }

    @Property
    void givesEachTextAsItIsInWhateverOrderTheyCome(@ForAll List<String> texts) {
        RecentTexts recent = new RecentTexts();
        for (int times = 0; times < 2; times++) {
            for (String text : texts) {
                String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                assertThat(of(recent, written)).hasToString(written);
                assertThat(of(recent, written).hash()).isEqualTo(LeafHash.text(written));
            }
        }
    }

    @Test
    void keepsATextThatComesAgainAndTellsApartThoseThatLookAlike() {
        RecentTexts recent = new RecentTexts();
        Utf8Text first = of(recent, "model-123-of-many-more");
        assertThat(of(recent, "model-124-of-many-more")).isNotSameAs(first).hasToString("model-124-of-many-more");
        assertThat(of(recent, "model-123-of-many-more")).hasToString("model-123-of-many-more");
        assertThat(of(recent, "")).isSameAs(of(recent, "")).hasToString("");
        assertThat(of(recent, "a")).isNotSameAs(of(recent, "\0a")).hasToString("a");
        String longest = "x".repeat(100);
        assertThat(of(recent, longest)).hasToString(longest);
        assertThat(of(recent, "pass")).isSameAs(of(recent, "pass"));
    }

    @Test
    void whatWasGivenStaysAsItIsWhenTheNextTextIsRead() {
        RecentTexts recent = new RecentTexts();
        List<Utf8Text> given = IntStream.range(0, 5_000).mapToObj(i -> of(recent, "run " + i)).toList();
        assertThat(given).extracting(Utf8Text::toString).containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(i -> "run " + i).toList());
    }

    @Test
    void looksNoLongerAfterAColumnThatHardlyRepeatsItself() {
        RecentTexts recent = new RecentTexts();
        IntStream.range(0, 5_000).forEach(i -> of(recent, "run " + i));
        assertThat(of(recent, "pass")).isNotSameAs(of(recent, "pass")).hasToString("pass");
        RecentTexts states = new RecentTexts();
        IntStream.range(0, 5_000).forEach(i -> of(states, "state " + i % 20));
        assertThat(of(states, "pass")).isSameAs(of(states, "pass"));
    }

    @Test
    void doesNotTakeWhatIsNoUtf8AndGoesOn() {
        RecentTexts recent = new RecentTexts();
        byte[] cut = {'a', (byte) 0xC3};
        assertThat(recent.text(cut, 0, 2)).isNull();
        assertThat(recent.text(cut, 0, 2)).isNull();
        assertThat(recent.text(cut, 0, 1)).hasToString("a");
    }
}
