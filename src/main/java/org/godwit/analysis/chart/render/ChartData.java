package org.godwit.analysis.chart.render;

import java.io.StringWriter;
import java.util.List;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The figures of a chart, exact, for other programs. Every bar is there, whatever a picture has room for. */
public final class ChartData {
    private static final List<String> HEADING = List.of("category", "series", "value", "unit", "low", "high", "spread", "n", "missing", "simulated");
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private ChartData() {}

    /** Returns a line a bar, after a heading (RFC 4180). What a bar does not have is empty; bars without any row are not there. */
    public static String csv(ChartSpec spec) {
        StringBuilder csv = new StringBuilder(String.join(",", HEADING)).append("\r\n");
        for (int category = 0; category < spec.categories().size(); category++) {
            for (ChartSpec.Series series : spec.series()) {
                ChartSpec.Bar bar = series.bars().get(category);
                if (bar != null) {
                    csv.append(field(spec.categories().get(category))).append(',').append(field(series.name())).append(',').append(number(bar.value()))
                        .append(',').append(field(spec.unit())).append(',').append(number(bar.low())).append(',').append(number(bar.high()))
                        .append(',').append(field(bar.low() == null ? "" : spec.spread())).append(',').append(bar.count())
                        .append(',').append(bar.missing()).append(',').append(bar.simulated()).append("\r\n");
                }
            }
        }
        return csv.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private static String field(String text) {
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Returns everything that a spec says, as one JSON object with a line end. */
    public static String json(ChartSpec spec) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            json.writeStringProperty("title", spec.title());
            json.writeStringProperty("subtitle", spec.subtitle());
            json.writeStringProperty("categoryAxis", spec.categoryAxis());
            json.writeStringProperty("valueAxis", spec.valueAxis());
            json.writeStringProperty("unit", spec.unit());
            json.writeStringProperty("spread", spec.spread());
            texts(json, "categories", spec.categories());
            json.writeArrayPropertyStart("series");
            spec.series().forEach(series -> series(json, series));
            json.writeEndArray();
            texts(json, "notes", spec.notes());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void series(JsonGenerator json, ChartSpec.Series series) {
        json.writeStartObject();
        json.writeStringProperty("name", series.name());
        json.writeArrayPropertyStart("bars");
        for (ChartSpec.Bar bar : series.bars()) {
            if (bar == null) {
                json.writeNull();
                continue;
            }
            json.writeStartObject();
            number(json, "value", bar.value());
            number(json, "low", bar.low());
            number(json, "high", bar.high());
            json.writeNumberProperty("n", bar.count());
            json.writeNumberProperty("missing", bar.missing());
            json.writeNumberProperty("simulated", bar.simulated());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /** Asks for indentation. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
