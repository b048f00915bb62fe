package org.godwit.connector.spi.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.godwit.model.DataType;
import org.godwit.model.OwnTables;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Godwit noted of the files that it wrote into a folder: which they are, and the exact types of their columns.
 *
 * @param format of the files, such as {@code csv}
 */
public record Contents(String format, List<Table> tables) {
    /** The file that holds the notes. */
    public static final String FILE = OwnTables.NOTE;

    private static final long MAX_BYTES = 16 << 20;
    private static final int VERSION = 1;

    /**
     * A table.
     *
     * @param file the name of its file
     * @param types in the order of {@code names}
     */
    public record Table(String name, String file, List<String> names, List<DataType> types) {
        public Table {
            names = List.copyOf(names);
            types = List.copyOf(types);
            if (names.size() != types.size() || file.contains("/") || file.contains("\\")) {
                throw new IllegalArgumentException(name + " in " + file);
            }
        }
    }

    public Contents {
        tables = List.copyOf(tables);
    }

    /** Returns the notes in a folder; null if there are none, or none for this format, or none that can be read. */
    public static @Nullable Contents beside(Path folder, String format) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return null;
            }
            Contents contents = read(new ObjectMapper().readTree(Files.readAllBytes(file)));
            return contents.format.equals(format) ? contents : null;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            // Somebody else's notes: what they say of files is not known.
            return null;
        }
    }

    private static Contents read(JsonNode root) {
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : root.path("tables")) {
            List<String> names = new ArrayList<>();
            List<DataType> types = new ArrayList<>();
            for (JsonNode column : table.path("columns")) {
                names.add(column.path("name").asString());
                types.add(DataType.parse(column.path("type").asString()));
            }
            tables.add(new Table(table.path("name").asString(), table.path("file").asString(), names, types));
        }
        return new Contents(root.path("format").asString(), tables);
    }

    /** Returns the table of a file; null if the notes do not name it. */
    public @Nullable Table ofFile(String file) {
        return tables.stream().filter(table -> table.file.equals(file)).findFirst().orElse(null);
    }

    /** Returns a table by its name; null if there is none. */
    public @Nullable Table named(String name) {
        return tables.stream().filter(table -> table.name.equals(name)).findFirst().orElse(null);
    }

    /** Returns whether a file is one of these, or the notes. */
    boolean owns(Path file) {
        String name = Objects.toString(file.getFileName());
        return name.equals(FILE) || ofFile(name) != null;
    }

    /** Returns the notes as JSON. */
    byte[] json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("godwit", VERSION).put("format", format);
        ArrayNode list = root.putArray("tables");
        for (Table table : tables) {
            ObjectNode node = list.addObject().put("name", table.name).put("file", table.file);
            ArrayNode columns = node.putArray("columns");
            for (int i = 0; i < table.names.size(); i++) {
                columns.addObject().put("name", table.names.get(i)).put("type", table.types.get(i).sql());
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }
}
