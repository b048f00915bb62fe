package org.godwit.engine.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.engine.sample.MeasuredDocuments.Moment;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * Writes benchmark results as a laboratory leaves them behind: several shapes from several programs, and among them
 * what makes migrations go wrong. Beside the folder, so that it is not taken for data, stands {@code NAME.truth.json}
 * with what is in it and where the oddities are.
 */
public final class SampleGenerator {
    /** Fewer files have no room for every oddity. */
    public static final int FEWEST = 40;

    /** Which program left each of twenty files. */
    private static final String PATTERN = "AEABACAEADBAPACEAFBD";

    private static final List<Moment> MOMENTS =
            List.of(Moment.ISO, Moment.UTC, Moment.ISO, Moment.SPACE, Moment.ISO, Moment.EPOCH, Moment.ISO, Moment.ISO);
    private static final int BROKEN = 3;
    private static final int DUPLICATES = 2;

    private final Path folder;
    private final long seed;
    private final int regular;
    private final Truth truth = new Truth();
    private final Set<String> paths = new HashSet<>();

    private SampleGenerator(Path folder, int files, long seed) {
        this.folder = folder;
        this.seed = seed;
        this.regular = files - BROKEN - DUPLICATES;
    }

    /**
     * What was made.
     *
     * @param truth the file that says what is in it
     */
    public record Sample(Path folder, Path truth, int files, int documents) {}

    /**
     * Writes a sample.
     *
     * @param folder new or empty
     * @param files how many, at least {@value #FEWEST}
     * @param seed the same seed and number give the same bytes
     * @throws GodwitException FOLDER_NOT_EMPTY, USAGE if there are too few files, TARGET_UNWRITABLE
     */
    public static Sample generate(Path folder, int files, long seed) {
        if (files < FEWEST) {
            throw new GodwitException(ErrorCode.USAGE, "A sample needs at least " + FEWEST + " files, not " + files + ".");
        }
        Path place = folder.toAbsolutePath().normalize();
        try {
            requireEmpty(place);
            Files.createDirectories(place);
            return new SampleGenerator(place, files, seed).write(files);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNWRITABLE, place, String.valueOf(e.getMessage()));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new GodwitException(ErrorCode.FOLDER_NOT_EMPTY, folder);
                }
            }
        }
    }

    private Sample write(int files) throws IOException {
        Oddities oddities = new Oddities(truth, regular);
        int direct = 0;
        SampleFile copied = null;
        for (int i = 0; i < regular; i++) {
            char program = PATTERN.charAt(i % PATTERN.length());
            SampleFile file = unique(document(program, i, direct));
            if (program == 'A') {
                oddities.plant(file, MOMENTS.get(direct % MOMENTS.size()), i);
                direct++;
            }
            oddities.note(file);
            document(file);
            if (program == 'A' || program == 'D') {
                copied = duplicate(file, copied, i);
            }
        }
        broken();
        Path report = folder.resolveSibling(folder.getFileName() + ".truth.json");
        Files.writeString(report, truth.text(seed));
        return new Sample(folder, report, files, truth.documents());
    }

    private SampleFile document(char program, int index, int direct) {
        Laboratory lab = new Laboratory(seed, index, regular);
        return switch (program) {
            case 'A' -> MeasuredDocuments.direct(lab, MOMENTS.get(direct % MOMENTS.size()));
            case 'B' -> MeasuredDocuments.batchSizes(lab);
            case 'C' -> SurveyDocuments.functionality(lab);
            case 'D' -> SurveyDocuments.matrix(lab);
            case 'E' -> MeasuredDocuments.performance(lab);
            case 'P' -> SurveyDocuments.progress(lab);
            default -> SurveyDocuments.config(lab);
        };
    }

    /** Gives a file whose name is taken already another one. */
    private SampleFile unique(SampleFile file) {
        String path = file.path();
        for (int i = 2; !paths.add(path); i++) {
            path = file.path().replace(".json", "_" + i + ".json");
        }
        return new SampleFile(file.shape(), path, file.document());
    }

    /** The first matrix and the first direct benchmark of the last third lie in a second place too. */
    private @Nullable SampleFile duplicate(SampleFile file, @Nullable SampleFile before, int index) throws IOException {
        boolean wanted = before == null
                ? file.shape() == Shape.MATRIX
                : before.shape() == Shape.MATRIX && file.shape() == Shape.DIRECT && index > regular * 2 / 3;
        if (!wanted) {
            return before;
        }
        String path = "archive/" + file.path().substring(file.path().lastIndexOf('/') + 1);
        truth.oddity("byte-identical duplicate of " + file.path(), path, "");
        document(new SampleFile(file.shape(), path, file.document()));
        return file;
    }

    private void document(SampleFile file) throws IOException {
        truth.document(file);
        put(file.path(), SampleJson.text(file.document()));
    }

    private void broken() throws IOException {
        Laboratory lab = new Laboratory(seed, regular, regular);
        String malformed = "benchmark_results/database_metadata.json";
        put(malformed, "{\n  \"database\": \"benchmark\",\n  \"version\": 3,\n  \"created\": \"" + lab.iso()
                + "\",\n  \"last_updated\": datetime.now()\n}\n");
        truth.malformedFile();
        truth.oddity("malformed: a function call instead of a value, line 5", malformed, "");

        Map<String, @Nullable Object> document = MeasuredDocuments.direct(lab, Moment.ISO).document();
        String text = SampleJson.text(document);
        String truncated = "benchmark_results/direct_benchmark_interrupted_" + lab.compact() + ".json";
        put(truncated, text.substring(0, text.length() * 3 / 5));
        truth.malformedFile();
        truth.oddity("truncated: the program was killed while it wrote", truncated, "");

        String empty = "performance_results/hf_empty_" + lab.compact() + ".json";
        put(empty, "");
        truth.emptyFile();
        truth.oddity("empty file", empty, "");
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
