package org.godwit.analysis.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of states, those of files and those of both themes, as different eyes see them. */
final class ColoursTest {
    private static final double APART = 10;
    private static final List<State> JUDGED =
            List.of(State.FULL, State.PARTIAL, State.CONFLICTING, State.FAILS, State.SIMULATED, State.UNDECIDED, State.UNTESTED);

    @ParameterizedTest
    @EnumSource(Sight.class)
    void areApartToAllEyesInFilesAndBothThemes(Sight sight) throws IOException {
        for (Map<State, Integer> fills : List.of(files(), theme("light", ""), theme("dark", ""))) {
            for (State one : JUDGED) {
                for (State other : JUDGED) {
                    if (one.compareTo(other) < 0) {
                        assertThat(sight.difference(fills.getOrDefault(one, 0), fills.getOrDefault(other, 0))).as("%s %s %s", sight, one, other).isGreaterThanOrEqualTo(APART);
                    }
                }
            }
        }
    }

    @Test
    void areTheSameOnTheScreenInTheLightAndInFiles() throws IOException {
        assertThat(theme("light", "")).isEqualTo(files());
    }

    @Test
    void letTheirSignsBeRead() throws IOException {
        for (String theme : List.of("light", "dark")) {
            Map<State, Integer> fills = theme(theme, "");
            Map<State, Integer> inks = theme(theme, "-ink");
            for (State state : JUDGED) {
                assertThat(Palette.contrast(fills.getOrDefault(state, 0), inks.getOrDefault(state, 0))).as("%s %s", theme, state).isGreaterThanOrEqualTo(4.5);
                assertThat(Palette.contrast(fills.getOrDefault(state, 0), Palette.ink(fills.getOrDefault(state, 0)))).as("%s %s", theme, state).isGreaterThanOrEqualTo(4.5);
            }
        }
        for (int i = 0; i <= 100; i++) {
            int shade = Palette.shade(i / 100.0);
            assertThat(Palette.contrast(shade, Palette.ink(shade))).as("shade %d", i).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void growsDarkerWithTheValueToAllEyes(Sight sight) {
        for (int i = 0; i < 5; i++) {
            assertThat(sight.difference(Palette.shade(i / 5.0), Palette.shade((i + 1) / 5.0))).as("%s %d", sight, i).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void haveSignsThatDiffer() {
        Set<String> glyphs = new HashSet<>();
        Set<List<Double>> drawings = new HashSet<>();
        for (State state : JUDGED) {
            assertThat(glyphs.add(state.glyph())).as(state.glyph()).isTrue();
            List<Double> strokes = new ArrayList<>();
            Glyph.draw(state, new Recorder(strokes));
            assertThat(strokes).isNotEmpty().allMatch(at -> at >= 0 && at <= 1);
            assertThat(drawings.add(strokes)).as(state.name()).isTrue();
        }
    }

    @Test
    void measuresDifferencesAsPublished() {
        // The first pair of the test data of Sharma, Wu and Dalal.
        assertThat(Sight.ciede2000(new double[] {50, 2.6772, -79.7751}, new double[] {50, 0, -82.7485})).isCloseTo(2.0425, within(1e-4));
        assertThat(Sight.ciede2000(new double[] {50, 2.5, 0}, new double[] {73, 25, -18})).isCloseTo(27.1492, within(1e-4));
        assertThat(Palette.contrast(0x000000, 0xffffff)).isCloseTo(21, within(1e-9));
    }

    private record Recorder(List<Double> strokes) implements Glyph.Pen {
        @Override
        public void line(double x1, double y1, double x2, double y2) {
            strokes.addAll(List.of(x1, y1, x2, y2));
        }

        @Override
        public void ring(double x, double y, double radius) {
            strokes.addAll(List.of(x, y, radius));
        }

        @Override
        public void disc(double x, double y, double radius) {
            strokes.addAll(List.of(x, y, radius, 0.0));
        }

        @Override
        public void half(double x, double y, double radius) {
            strokes.addAll(List.of(x, y, radius, 0.5));
        }
    }

    private static Map<State, Integer> files() {
        Map<State, Integer> fills = new EnumMap<>(State.class);
        JUDGED.forEach(state -> fills.put(state, Palette.fill(state)));
        return fills;
    }

    private static Map<State, Integer> theme(String name, String suffix) throws IOException {
        String css = Files.readString(Path.of("resources/css/" + name + ".css"));
        Map<State, Integer> colours = new EnumMap<>(State.class);
        for (State state : JUDGED) {
            Matcher colour = Pattern.compile("-gw-matrix-" + state.name().toLowerCase(Locale.ROOT) + suffix + ": #([0-9a-f]{6});").matcher(css);
            assertThat(colour.find()).as(name + " " + state).isTrue();
            colours.put(state, Integer.parseInt(colour.group(1), 16));
        }
        return colours;
    }
}
