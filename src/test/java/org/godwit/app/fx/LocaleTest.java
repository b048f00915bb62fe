package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.godwit.app.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

/** Figures on the screen are written as people of the place write them, those in files never. */
final class LocaleTest {
    private static final long MOMENT = 1_763_700_000_000L;

    private final Locale before = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path workspace;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
        TimeZone.setDefault(zone);
    }

    @Test
    void writesNumbersAndDatesForGermans() {
        be(Locale.GERMANY);
        assertThat(Figures.count(16_234)).isEqualTo("16.234");
        assertThat(Figures.bytes(1_592_337)).isEqualTo("1,6 MB");
        assertThat(Figures.duration(0.44)).isEqualTo("0,4 s");
        assertThat(Figures.share(1, 16)).isEqualTo("(6,2 %)");
        assertThat(Figures.moment(MOMENT)).startsWith("21.11.2025").contains("04:40");
        assertThat(Text.of("app.rate.documents", 12_345)).isEqualTo("12.345 documents/s");
    }

    @Test
    void writesNumbersAndDatesForPoles() {
        be(Locale.of("pl", "PL"));
        assertThat(Figures.count(1_016_234)).isEqualTo("1\u00a0016\u00a0234");
        assertThat(Figures.bytes(1_592_337)).isEqualTo("1,6 MB");
        assertThat(Figures.moment(MOMENT)).contains("21 lis 2025");
    }

    @Test
    void writesSettingsTheSameEverywhere() throws IOException {
        be(Locale.of("ar", "EG"));
        Settings settings = new Settings(workspace);
        settings.put("window.width", String.valueOf(1234.5));
        settings.save();
        be(Locale.GERMANY);
        Settings next = new Settings(workspace);
        next.load();
        assertThat(next.get("window.width", Double::valueOf, 0.0)).isEqualTo(1234.5);
        assertThat(Files.readString(workspace.resolve("window.properties"))).contains("window.width=1234.5");
    }

    @Test
    void findsActionsWhereILooksDifferentInSmall() {
        be(Locale.of("tr", "TR"));
        assertThat(Action.of("a", "app.choose.files", Feather.FILE, () -> {}).on("Shortcut+I").shortcut()).isNotNull();
    }

    private static void be(Locale locale) {
        Locale.setDefault(locale);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
