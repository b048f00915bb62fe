package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import org.godwit.model.DataType;
import org.junit.jupiter.api.Test;

final class ColumnVectorTest {
    @Test
    void keepsAllValuesWhileItGrows() {
        ColumnVector longs = new ColumnVector(DataType.BIGINT);
        ColumnVector doubles = new ColumnVector(DataType.DOUBLE);
        ColumnVector texts = new ColumnVector(DataType.VARCHAR);
        for (int i = 0; i < 1000; i++) {
            longs.addLong(i);
            doubles.addDouble(i / 2.0);
            texts.addObject("t" + i);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(longs.longAt(i)).isEqualTo(i);
            assertThat(doubles.doubleAt(i)).isEqualTo(i / 2.0);
            assertThat(texts.objectAt(i)).isEqualTo("t" + i);
        }
    }
}
