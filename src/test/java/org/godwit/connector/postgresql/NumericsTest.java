package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class NumericsTest {
    @Provide
    Arbitrary<BigDecimal> numbers() {
        BigInteger most = BigInteger.TEN.pow(39);
        Arbitrary<BigInteger> digits = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(most.negate(), most), Arbitraries.longs().map(BigInteger::valueOf),
                Combinators.combine(Arbitraries.integers().between(0, 38), Arbitraries.integers().between(-12, 12))
                        .as((tens, n) -> BigInteger.TEN.pow(tens).multiply(BigInteger.valueOf(n))));
        return Combinators.combine(digits, Arbitraries.integers().between(0, 39)).as(BigDecimal::new);
    }

    @Property(tries = 10_000)
    void comesBackAsItWasWritten(@ForAll("numbers") BigDecimal number) {
        CopyBuffer buffer = new CopyBuffer();
        Numerics.write(buffer, number.unscaledValue(), number.scale());
        byte[] bytes = buffer.bytes();
        assertThat(CopyRows.intAt(bytes, 0)).isEqualTo(buffer.size() - Integer.BYTES);
        assertThat(Numerics.isFinite(bytes, Integer.BYTES)).isTrue();
        assertThat(Numerics.text(bytes, Integer.BYTES)).isEqualTo(number.toPlainString());
        assertThat(Numerics.decimal(bytes, Integer.BYTES, number.scale())).isEqualTo(number);
        assertThat(Numerics.decimal(bytes, Integer.BYTES, number.scale() + 3)).isEqualTo(number.setScale(number.scale() + 3));
    }
}
