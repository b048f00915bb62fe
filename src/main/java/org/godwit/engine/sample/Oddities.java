package org.godwit.engine.sample;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.godwit.engine.sample.MeasuredDocuments.Moment;
import org.jspecify.annotations.Nullable;

/** Puts what makes migrations go wrong into documents, late, where a look at the first ones does not see it. */
final class Oddities {
    private static final SampleJson.Raw FRACTION = new SampleJson.Raw("12.75");
    private static final SampleJson.Raw BEYOND_64_BITS = new SampleJson.Raw("18446744073709551617");
    private static final SampleJson.Raw NAN = new SampleJson.Raw("NaN");
    private static final SampleJson.Raw INFINITY = new SampleJson.Raw("Infinity");

    private final Truth truth;
    private final int files;
    private final Set<String> planted = new HashSet<>();
    private final Set<Moment> moments = EnumSet.noneOf(Moment.class);

    Oddities(Truth truth, int files) {
        this.truth = truth;
        this.files = files;
    }

    /** Changes a direct benchmark if its turn has come. */
    void plant(SampleFile file, Moment moment, int index) {
        Map<String, @Nullable Object> root = file.document();
        if (moments.add(moment)) {
            truth.oddity("date form: " + moment, file.path(), "/timestamp");
        }
        Map<String, @Nullable Object> batch = firstBatch(root);
        if (batch == null) {
            once("failed attempt without measures", file, "/batch_results/1");
            return;
        }
        if (root.containsKey("is_simulated")) {
            once("simulated flag", file, "/is_simulated");
        }
        if (index >= files / 2 && once("NaN and Infinity among numbers", file, "/power_watts")) {
            root.put("power_watts", NAN);
            root.put("relative_speed", INFINITY);
        } else if (index >= files * 75 / 100 && once("12.75 where all others are integers", file, "/batch_results/1/queue_depth")) {
            batch.put("queue_depth", FRACTION);
        } else if (index >= files * 80 / 100 && once("a key that no other file has", file, "/operator_note")) {
            root.put("operator_note", "fan replaced before this run");
        } else if (index >= files * 85 / 100 && once("an integer beyond 64 bits", file, "/run_seed")) {
            root.put("run_seed", BEYOND_64_BITS);
        }
    }

    /** Notes the first of what lies in the shapes themselves. */
    void note(SampleFile file) {
        switch (file.shape()) {
            case FUNCTIONALITY -> once("maps keyed by name; booleans, objects and words as values", file, "/model_results");
            case MATRIX -> {
                once("maps keyed by name", file, "/model_families");
                once("date form: COMPACT", file, "/timestamp");
                if (file.document().containsKey("simulated_hardware")) {
                    once("simulated hardware", file, "/simulated_hardware");
                }
            }
            case DIRECT, BATCH_SIZES, PERFORMANCE, PROGRESS, CONFIG -> {
                // Nothing odd about them.
            }
        }
    }

    private boolean once(String kind, SampleFile file, String pointer) {
        if (!planted.add(kind)) {
            return false;
        }
        truth.oddity(kind, file.path(), pointer);
        return true;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, @Nullable Object> firstBatch(Map<String, @Nullable Object> root) {
        return root.get("batch_results") instanceof Map<?, ?> batches
                        && batches.get("1") instanceof Map<?, ?> batch
                        && batch.containsKey("queue_depth")
                ? (Map<String, @Nullable Object>) batch
                : null;
    }
}
