package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.godwit.model.DataType;
import org.junit.jupiter.api.Test;

final class Utf8TextTest {
    private static Utf8Text of(String text) {
        Utf8Text result = Utf8Text.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isNotNull();
        return java.util.Objects.requireNonNull(result);
    }

    @Property
    void isHashedLikeItsString(@ForAll String text) {
        // Half surrogates have no bytes of their own.
        String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(of(written).hash()).isEqualTo(LeafHash.text(written));
        assertThat(of(written)).hasToString(written);
    }

    @Test
    void isHashedLikeItsStringWhereverTheFirstLetterBeyondAsciiStands() {
        String ascii = "0123456789abcdefgh";
        for (int i = 0; i <= ascii.length(); i++) {
            String text = ascii.substring(0, i) + "\u00e9\ud83d\udc26" + ascii.substring(i);
            assertThat(of(text).hash()).as(text).isEqualTo(LeafHash.text(text));
            assertThat(of(ascii.substring(0, i)).hash()).isEqualTo(LeafHash.text(ascii.substring(0, i)));
        }
    }

    @Test
    void doesNotTakeWhatIsNoUtf8() {
        assertThat(Utf8Text.of(new byte[] {'a', (byte) 0xC3})).isNull();
        assertThat(Utf8Text.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})).as("half a surrogate pair").isNull();
        assertThat(Utf8Text.of(new byte[] {'c', 'a', 'f', (byte) 0xE9})).as("Latin-1").isNull();
    }

    @Test
    void isOneWithItsStringInAColumn() {
        ColumnVector column = new ColumnVector(DataType.VARCHAR);
        column.addObject(of("caf\u00e9"));
        column.addObject("caf\u00e9");
        ColumnVector copy = new ColumnVector(DataType.VARCHAR);
        copy.addFrom(column, 0);
        assertThat(column.objectAt(0)).isEqualTo(column.objectAt(1)).isEqualTo(copy.objectAt(0)).isEqualTo("caf\u00e9");
        assertThat(column.utf8At(0)).isEqualTo(column.utf8At(1)).isEqualTo(copy.utf8At(0));
        assertThat(CellHash.cell(7, column, 0)).isEqualTo(CellHash.cell(7, column, 1)).isEqualTo(CellHash.cell(7, copy, 0));
    }
}
