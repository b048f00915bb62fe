package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.godwit.model.DateForm;
import org.junit.jupiter.api.Test;

class DateFormsTest {
    @Test
    void readsEveryFormAndOnlyThatForm() {
        Map<DateForm, String> texts = Map.of(
                DateForm.ISO, "2025-03-06T17:48:25",
                DateForm.ISO_MILLIS, "2025-03-06T17:48:25.199",
                DateForm.ISO_UTC, "2025-03-06T17:48:25Z",
                DateForm.ISO_MILLIS_UTC, "2025-03-06T17:48:25.199Z",
                DateForm.SPACE, "2025-03-06 17:48:25",
                DateForm.COMPACT, "20250303_041606",
                DateForm.DATE, "2025-03-06");
        texts.forEach((of, text) -> {
            for (DateForm form : DateForm.values()) {
                assertThat(DateForms.reads(form, text)).as(form + " " + text).isEqualTo(form == of);
            }
        });
        assertThat(DateForms.reads(DateForm.ISO, "2025-03-06T17:48:25.199123")).isTrue();
        assertThat(DateForms.reads(DateForm.ISO_UTC, "2025-03-06T17:48:25.199123Z")).isTrue();
        assertThat(DateForms.reads(DateForm.SPACE, "2025-03-06 17:48:25.000001")).isTrue();
    }

    @Test
    void refusesWhatCouldNotBeWrittenAgain() {
        String[] texts = {
            "2025-02-29T00:00:00", "1900-02-29T00:00:00", "0000-01-01T00:00:00", "2025-13-01T00:00:00", "2025-00-10T00:00:00",
            "2025-01-01T24:00:00", "2025-01-01T00:60:00", "2025-01-01T00:00:60", "2025-01-01T00:00:00.000000", "2025-1-01T00:00:001",
            "2025-01-01T00:00:0\u0660", "+025-01-01T00:00:00", "", "T", "2025-01-01T00:00:00+00:00"
        };
        for (String text : texts) {
            for (DateForm form : DateForm.values()) {
                assertThat(DateForms.reads(form, text)).as(form + " " + text).isFalse();
            }
        }
        assertThat(DateForms.reads(DateForm.DATE, "2024-02-29")).isTrue();
    }

    @Property
    void writesWhatItReadsAndAgreesWithTheCalendar(@ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        String day = "%04d-%02d-%02d".formatted(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        assertThat(DateForms.write(DateForm.DATE, second * 1_000_000)).isEqualTo(day);
        for (DateForm form : DateForm.values()) {
            long micros = second * 1_000_000 + (form == DateForm.COMPACT || form == DateForm.DATE ? 0 : 123_000);
            String text = DateForms.write(form, micros);
            long back = DateForms.micros(form, text);
            assertThat(back).isNotEqualTo(DateForms.UNREADABLE);
            assertThat(DateForms.write(form, back)).isEqualTo(text);
            if (form != DateForm.DATE) {
                assertThat(back).isEqualTo(micros);
            }
        }
    }

    @Test
    void readsSecondsSinceTheEpoch() {
        assertThat(DateForms.epochMicros("1741283305.25", false)).isEqualTo(1_741_283_305_250_000L);
        assertThat(DateForms.epochMicros("1741283305250", true)).isEqualTo(1_741_283_305_250_000L);
        assertThat(DateForms.epochMicros("1e999999999", false)).isEqualTo(DateForms.UNREADABLE);
        assertThat(DateForms.epochMicros("NaN", false)).isEqualTo(DateForms.UNREADABLE);
        assertThat(DateForms.epochMicros("-1e-999999999", false)).isEqualTo(DateForms.UNREADABLE);
    }
}
