package org.godwit.engine.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.json.JsonConnector;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.task.TaskContext;

/** A folder of JSON files for tests, and short ways to look at what is found in it. */
public record Folder(Path path) {
    /** The real result files next to the project, if they are there. */
    public static Optional<Folder> real() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/data/benchmark-results");
            if (Files.isDirectory(data)) {
                return Optional.of(new Folder(data));
            }
        }
        return Optional.empty();
    }

    public Folder file(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes each document to a file of its own: prefix_0001.json and so on. */
    public Folder documents(String prefix, List<String> documents) {
        for (int i = 0; i < documents.size(); i++) {
            file("%s_%04d.json".formatted(prefix, i), documents.get(i));
        }
        return this;
    }

    public Inspection inspect() {
        return inspect(2, List.of());
    }

    public Inspection inspect(int jobs, List<Plan.DatasetSpec> known) {
        return new Inspector(new JsonConnector(), jobs).inspect(List.of(path.toString()), known, new TaskContext());
    }

    public static DatasetProfile dataset(Inspection inspection, String name) {
        return inspection.datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of " + names(inspection)));
    }

    public static List<String> names(Inspection inspection) {
        return inspection.datasets().stream().map(DatasetProfile::name).toList();
    }

    /** Returns the node at a path of keys; {@code *} stands for entries and elements. */
    public static PathProfile node(PathProfile root, String... keys) {
        PathProfile node = root;
        for (String key : keys) {
            node = node.children().stream()
                    .filter(child -> key.equals("*") ? child.step().fansOut() : child.step().equals(new Step.Key(key)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + key));
        }
        return node;
    }

    /** The documents of the drift story: file 150 has a fraction, 170 a new key, 180 an integer beyond 64 bits. */
    public static List<String> drift() {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String value = i == 150 ? "12.75" : i == 180 ? "18446744073709551617" : Integer.toString(i);
            String more = i == 170 ? ", \"late\": \"here\"" : "";
            documents.add("{\"id\": %d, \"value\": %s, \"name\": \"n%d\"%s}".formatted(i, value, i % 7, more));
        }
        return documents;
    }
}
