package org.godwit.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes the seeded objects of a road: about 600 bytes each, with an object and two lists in them, one of objects.
 * Arguments: {@code ndjson}, the file, the number of objects.
 */
final class MadeObjects {
    private MadeObjects() {}

    public static void main(String[] args) throws IOException {
        long count = Long.parseLong(args[2]);
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
            for (long id = 1; id <= count; id++) {
                out.write(object(id, random));
                out.write('\n');
            }
        }
    }

    private static String object(long id, SplittableRandom random) {
        StringBuilder text = new StringBuilder(700);
        text.append(String.format(Locale.ROOT, "{\"id\": %d, \"run_id\": \"%016x\", \"model\": \"model-%d\", \"made\": \"2026-%02d-%02dT%02d:%02d:00\"",
                id, random.nextLong(), random.nextInt(300), 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60)));
        text.append(", \"hardware\": {\"type\": \"type-").append(random.nextInt(7)).append("\", \"name\": \"device-").append(random.nextInt(50))
                .append("\", \"cores\": ").append(1 << random.nextInt(6)).append(", \"memory_gb\": ").append(1 << random.nextInt(8)).append('}');
        text.append(", \"throughput\": ").append(random.nextDouble() * 5000).append(", \"power_w\": ")
                .append(random.nextInt(3) == 0 ? "null" : Double.toString(random.nextDouble() * 400)).append(", \"flags\": [");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append("\"flag-").append(random.nextInt(9)).append(i == 1 ? "\"" : "\", ");
        }
        text.append("], \"results\": [");
        for (int batch = 0; batch < 3; batch++) {
            text.append(batch == 0 ? "" : ", ").append("{\"batch\": ").append(1 << batch).append(", \"throughput\": ").append(random.nextDouble() * 5000)
                    .append(", \"latency_ms\": ").append(random.nextDouble() * 90).append(", \"ok\": ").append(random.nextInt(20) > 0).append('}');
        }
        return text.append("]}").toString();
    }
}
