package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    private static DecimalText read(String text) {
        // What stands around a number must not become part of it.
        byte[] bytes = new byte[1 + text.length() + DecimalText.SLACK];
        java.util.Arrays.fill(bytes, (byte) '7');
        DecimalText.write(text, bytes, 1);
        DecimalText number = new DecimalText();
        number.read(new byte[] {'-', '9', '.', '9', 'e', '9', 0, 0, 0, 0, 0, 0, 0, 0}, 0, 6);
        number.read(bytes, 1, 1 + text.length());
        return number;
    }

    @Property
    void isTheNumber(@ForAll("numbers") String text) {
        DecimalText number = read(text);
        BigDecimal exact = new BigDecimal(text);
        BigDecimal plain = exact.stripTrailingZeros();

        assertThat(number.isNegative()).isEqualTo(text.startsWith("-"));
        assertThat(number.isWhole()).isEqualTo(text.matches("-?\\d+"));
        assertThat(number.isShort()).isEqualTo(exact.precision() <= DecimalText.SAFE_DIGITS || exact.signum() == 0);
        assertThat(number.count()).isEqualTo(exact.signum() == 0 ? 0 : exact.precision());
        if (exact.signum() != 0) {
            assertThat(number.zeros()).isEqualTo(exact.precision() - plain.precision());
            assertThat(number.lastPower()).isEqualTo(-exact.scale());
            String kept = exact.unscaledValue().abs().toString();
            assertThat(number.digits()).isEqualTo(Long.parseLong(kept.substring(0, Math.min(kept.length(), DecimalText.SAFE_DIGITS))));
        }
        if (number.isShort()) {
            assertThat(BigDecimal.valueOf(number.digits()).scaleByPowerOfTen(number.exponent())).isEqualByComparingTo(exact.abs());
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> whole = Arbitraries.oneOf(
            Arbitraries.just("0"), Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24).map(s -> s.replaceFirst("^0+(?=.)", "")));
        Arbitrary<String> fraction = Arbitraries.oneOf(
            Arbitraries.just(""), Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24).map(s -> "." + s), Arbitraries.of(".0", ".00000000000000000000125", ".10"));
        Arbitrary<String> power = Arbitraries.of("", "", "e5", "E+07", "e-12", "e120", "E-300");
        return Combinators.combine(Arbitraries.of("", "-"), whole, fraction, power).as((sign, a, b, c) -> sign + a + b + c);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "12345678,8", "123456789,9", "999999999999999999,18", "100000000000000000,18", "1000000000000000000,19"})
    void countsDigits(String text, int count) {
        assertThat(read(text).count()).isEqualTo(count);
        assertThat(read("0.000" + text).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "1e", "1e+", "1e5x", "1.2.3", "1e5.0", "12:30"})
    void doesNotTakeWhatIsNoNumberForOneOfUse(String text) {
        assertThat(Math.abs(read(text).exponent())).isGreaterThan(1000);
    }

    @Test
    void isNoWholeNumberWithoutDigits() {
        assertThat(read("-").isWhole()).isFalse();
        assertThat(read("\u0661").isWhole()).isFalse();
    }
}
