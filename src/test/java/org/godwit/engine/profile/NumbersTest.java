package org.godwit.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.godwit.model.PathProfile.NumberFacts;
import org.godwit.shred.DecimalText;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Property
    void agreesWithExactArithmetic(@ForAll("numbers") List<String> texts) {
        NumberFacts facts = facts(texts);
        List<BigDecimal> values = texts.stream().map(BigDecimal::new).toList();
        long inexact = values.stream().filter(v -> !isDouble(v)).count();
        assertThat(facts.notDouble()).isEqualTo(inexact);
        assertThat(new BigDecimal(facts.min())).isEqualByComparingTo(values.stream().min(BigDecimal::compareTo).orElseThrow());
        assertThat(new BigDecimal(facts.max())).isEqualByComparingTo(values.stream().max(BigDecimal::compareTo).orElseThrow());
        for (BigDecimal value : values) {
            BigDecimal plain = value.stripTrailingZeros();
            if (plain.signum() != 0) {
                assertThat(plain.precision() - plain.scale()).isLessThanOrEqualTo(Math.max(0, facts.integerDigits()));
                assertThat(facts.fractionDigits() == -1 || plain.scale() <= facts.fractionDigits()).isTrue();
            }
        }
        boolean written = texts.stream().allMatch(t -> t.matches("-?\\d+"));
        assertThat(facts.fitsLong()).isEqualTo(written && values.stream().allMatch(v -> v.toBigInteger().bitLength() < 64));
        assertThat(facts.fitsHugeInt()).isEqualTo(written && values.stream().allMatch(v -> v.toBigInteger().bitLength() < 128));
    }

    private static boolean isDouble(BigDecimal value) {
        double nearest = value.doubleValue();
        return !Double.isInfinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0;
    }

    @Provide
    Arbitrary<List<String>> numbers() {
        Arbitrary<String> doubles = Arbitraries.doubles().map(d -> Double.toString(d));
        Arbitrary<String> longs = Arbitraries.longs().map(l -> Long.toString(l));
        Arbitrary<String> big = Arbitraries.bigIntegers()
                .between(java.math.BigInteger.TEN.pow(40).negate(), java.math.BigInteger.TEN.pow(40))
                .map(Object::toString);
        Arbitrary<String> spelled = Combinators.combine(
                        Arbitraries.of("", "-"),
                        Arbitraries.longs().between(0, 10_000_000_000L),
                        Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(25),
                        Arbitraries.of("", "e5", "E-12", "e+3", "e-30", "e0"))
                .as((sign, whole, fraction, power) -> sign + whole + "." + fraction + power);
        return Arbitraries.oneOf(doubles, longs, big, spelled).list().ofMinSize(1).ofMaxSize(8);
    }

    @Test
    void countsSpecialsApart() {
        NumberFacts facts = facts(List.of("NaN", "-Infinity", "1.5", "Infinity"));
        assertThat(facts.specials()).isEqualTo(3);
        assertThat(facts.notDouble()).isZero();
        assertThat(facts.min()).isEqualTo("1.5");
    }

    @Test
    void takesNumbersOfAnyLength() {
        NumberFacts facts = facts(List.of("1".repeat(100_000), "1e999999999", "-1e-999999999", "0." + "0".repeat(5000) + "1"));
        assertThat(facts.notDouble()).isEqualTo(4);
        assertThat(facts.fractionDigits()).isEqualTo(-1);
    }

    @Test
    void givesTheSameWhateverWasMergedFirst() {
        Numbers a = numbers(List.of("1", "2.50", "18446744073709551617"));
        a.merge(numbers(List.of("2.5", "-0", "0")));
        Numbers b = numbers(List.of("0", "2.5", "-0"));
        b.merge(numbers(List.of("18446744073709551617", "1", "2.50")));
        assertThat(a.facts()).isEqualTo(b.facts());
    }

    private static NumberFacts facts(List<String> texts) {
        return numbers(texts).facts();
    }

    private static Numbers numbers(List<String> texts) {
        Numbers numbers = new Numbers();
        for (String text : texts) {
            numbers.add((text + " ".repeat(DecimalText.SLACK)).getBytes(StandardCharsets.US_ASCII), 0, text.length());
        }
        return numbers;
    }
}
