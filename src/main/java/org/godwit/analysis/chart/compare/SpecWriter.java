package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Puts figures in order and into words. */
final class SpecWriter {
    private static final int NAMED = 5;

    private final CompareRequest request;
    private final CompareSource source;
    private final Answer answer;

    /** Where a bar stands. */
    private record Place(@Nullable String category, @Nullable String series) {}

    SpecWriter(CompareRequest request, CompareSource source, Answer answer) {
        this.request = request;
        this.source = source;
        this.answer = answer;
    }

    /** @throws GodwitException CHART_WITHOUT_DATA */
    Comparison write() {
        if (answer.groups().stream().allMatch(group -> group.count() == 0)) {
            throw new GodwitException(ErrorCode.CHART_WITHOUT_DATA, source.subject(), answer.rows(), measure(), hint());
        }
        List<@Nullable String> categories = categories();
        Set<@Nullable String> series = new LinkedHashSet<>();
        Map<Place, ChartSpec.Bar> bars = new HashMap<>();
        boolean spreads = false;
        for (Group group : answer.groups()) {
            if (categories.contains(group.category())) {
                ChartSpec.Bar bar = bar(group);
                spreads |= bar.low() != null;
                series.add(group.series());
                bars.put(new Place(group.category(), group.series()), bar);
            }
        }
        List<ChartSpec.Series> drawn = new ArrayList<>();
        for (String name : series) {
            drawn.add(new ChartSpec.Series(
                seriesName(name), categories.stream().map(category -> bars.get(new Place(category, name))).collect(Collectors.toList())));
        }
        String spread = spreads ? request.spread().label() : "";
        ChartSpec spec = new ChartSpec(title(), subtitle(spread), categoryAxis(), valueAxis(), unit(), spread,
            categories.stream().map(SpecWriter::shown).toList(), drawn, notes(categories));
        return new Comparison(request, spec, categories, new ArrayList<>(series));
    }

    private ChartSpec.Bar bar(Group group) {
        if (group.count() == 0) {
            return new ChartSpec.Bar(null, null, null, 0, group.missing(), group.simulated());
        }
        Optional<Spread.Ends> ends = request.spread().ends(group);
        return new ChartSpec.Bar(group.value(request.statistic()), ends.map(Spread.Ends::low).orElse(null),
            ends.map(Spread.Ends::high).orElse(null), group.count(), group.missing(), group.simulated());
    }

    /** Categories with a value, the one with the best bar first, equals by name. */
    private List<@Nullable String> categories() {
        Map<@Nullable String, Double> best = new HashMap<>();
        for (Group group : answer.groups()) {
            if (group.count() > 0) {
                best.merge(group.category(), group.value(request.statistic()), higherIsBetter() ? Math::max : Math::min);
            }
        }
        Comparator<Map.Entry<@Nullable String, Double>> order = Comparator.comparing(Map.Entry::getValue);
        return best.entrySet().stream()
            .sorted((higherIsBetter() ? order.reversed() : order).thenComparing(entry -> shown(entry.getKey())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    }

    private boolean higherIsBetter() {
        return switch (request.subject()) {
            case Subject.Model model -> model.metric().higherIsBetter();
            case Subject.Hardware hardware -> hardware.metric().higherIsBetter();
            case Subject.Columns columns -> columns.higherIsBetter();
        };
    }

    private String unit() {
        return switch (request.subject()) {
            case Subject.Model model -> model.metric().unit();
            case Subject.Hardware hardware -> hardware.metric().unit();
            case Subject.Columns columns -> columns.unit();
        };
    }

    private String measure() {
        return switch (request.subject()) {
            case Subject.Model model -> model.metric().label();
            case Subject.Hardware hardware -> hardware.metric().label();
            case Subject.Columns columns -> columns.measure();
        };
    }

    private String title() {
        return switch (request.subject()) {
            case Subject.Model model -> Messages.get("chart.title.model", model.name(), model.metric().label());
            case Subject.Hardware hardware -> Messages.get("chart.title.hardware", hardware.name(), hardware.metric().label());
            case Subject.Columns columns -> Messages.get("chart.title.columns", columns.table(), columns.measure(), columns.category());
        };
    }

    private String categoryAxis() {
        return switch (request.subject()) {
            case Subject.Model model -> Messages.get("chart.kind.hardware");
            case Subject.Hardware hardware -> Messages.get("chart.kind.model");
            case Subject.Columns columns -> columns.category();
        };
    }

    private String valueAxis() {
        return Messages.get("chart.axis", request.statistic().label(), measure());
    }

    private String subtitle(String spread) {
        List<String> words = new ArrayList<>();
        words.add(Messages.get(higherIsBetter() ? "chart.better.higher" : "chart.better.lower"));
        request.batchSize().ifPresent(size -> words.add(Messages.get("chart.filter.batch", size)));
        words.add(request.spread() == Spread.NONE ? Messages.get("chart.spread.off")
            : spread.isEmpty() ? Messages.get("chart.spread.none") : Messages.get("chart.spread.is", spread));
        return String.join("  ·  ", words);
    }

    private String seriesName(@Nullable String name) {
        if (source.by().isEmpty()) {
            return Messages.get("chart.series.all");
        }
        return Messages.get("chart.series.by", source.by().get().replace('_', ' '), shown(name));
    }

    private static String shown(@Nullable String name) {
        if (name == null) {
            return Messages.get("chart.null");
        }
        return name.isBlank() ? Messages.get("chart.blank") : name;
    }

    private List<String> notes(List<@Nullable String> categories) {
        List<String> notes = new ArrayList<>();
        if (answer.simulated() > 0) {
            notes.add(Messages.get(request.simulated() ? "chart.note.simulated.in" : "chart.note.simulated.out", answer.simulated()));
        }
        if (source.by().filter(StarSchema.BATCH::equals).isEmpty() && answer.batchSizes().size() > 1) {
            notes.add(Messages.get("chart.note.batches", String.join(", ", answer.batchSizes())));
        }
        long missing = answer.groups().stream().mapToLong(Group::missing).sum() - answer.odd();
        if (missing > 0) {
            notes.add(Messages.get("chart.note.missing", missing));
        }
        if (answer.odd() > 0) {
            notes.add(Messages.get("chart.note.odd", answer.odd()));
        }
        List<String> without = answer.groups().stream().map(Group::category).filter(c -> !categories.contains(c)).map(SpecWriter::shown)
            .distinct().sorted().toList();
        if (!without.isEmpty()) {
            String named = without.stream().limit(NAMED).collect(Collectors.joining(", "));
            notes.add(Messages.get("chart.note.without", named, Math.max(0, without.size() - NAMED)));
        }
        return notes;
    }

    private String hint() {
        if (!request.simulated() && answer.simulatedValues() > 0) {
            return Messages.get("chart.hint.simulated", answer.simulatedValues());
        }
        return Messages.get(request.batchSize().isPresent() ? "chart.hint.batch" : "chart.hint.other");
    }
}
