package org.godwit.app.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.godwit.app.fx.Text;
import org.godwit.model.Connection;

/** What can be told from the places alone that a person dropped: names, a target beside them, a recipe that suits. */
final class Places {
    private static final String PLAN_ENDING = ".plan.json";
    private static final String TARGET_ENDING = ".duckdb";
    private static final List<String> ENDINGS = List.of(
            ".gz", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".duckdb", ".ddb", ".db", ".sqlite", ".sqlite3", ".s3db");

    private Places() {}

    static String title(List<Path> places) {
        return places.size() == 1 ? name(places.getFirst()) : Text.of("app.places.several", name(places.getFirst()), places.size() - 1);
    }

    static boolean isPlan(List<Path> places) {
        return places.size() == 1 && name(places.getFirst()).toLowerCase(Locale.ROOT).endsWith(PLAN_ENDING);
    }

    /** Returns a database beside the source; in the person's own folder if nothing can be written there. Looks at the disk. */
    static Path target(List<Path> places) {
        Path first = places.getFirst().toAbsolutePath().normalize();
        Path folder = first.getParent() == null ? first : first.getParent();
        String stem = places.size() == 1 ? stem(name(first)) : name(folder);
        Path where = Files.isWritable(folder) ? folder : Path.of(System.getProperty("user.home"));
        Path target = where.resolve((stem.isBlank() ? "data" : stem) + TARGET_ENDING);
        return places.contains(target) || target.equals(first) ? where.resolve(stem + "-migrated" + TARGET_ENDING) : target;
    }

    /** Returns a database in the person's own folder, for what comes from a server. */
    static Path target(Connection server) {
        String stem = server.database().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return Path.of(System.getProperty("user.home")).toAbsolutePath().normalize().resolve(stem + TARGET_ENDING);
    }

    /** Returns a place as people read it: a server without its user and where its password is. */
    static String words(String location) {
        int query = location.indexOf('?');
        String plain = location.contains("://") && query >= 0 ? location.substring(0, query) : location;
        return plain.replaceFirst("://[^/@]*@", "://");
    }

    /** Returns the databases of tables that are named {@code database#table}, each once; empty if one is not named so. */
    static Optional<List<String>> databases(List<String> tables) {
        return !tables.isEmpty() && tables.stream().allMatch(table -> table.indexOf('#') > 0)
                ? Optional.of(tables.stream().map(table -> table.substring(0, table.indexOf('#'))).distinct().toList())
                : Optional.empty();
    }

    /** Returns a table's name, with that of its database only if there are several. */
    static String table(String path, List<String> databases) {
        return databases.size() == 1 ? path.substring(path.indexOf('#') + 1) : path;
    }

    /** Returns the recipe whose name's words all stand in the places or in the names of what was found there. */
    static Optional<String> suggest(List<String> recipes, List<Path> places, List<String> files) {
        return recipes.stream().filter(recipe -> suits(recipe, places, files)).findFirst();
    }

    private static boolean suits(String recipe, List<Path> places, List<String> files) {
        String told = (places + " " + files).toLowerCase(Locale.ROOT);
        return Arrays.stream(recipe.toLowerCase(Locale.ROOT).split("[-_ ]", -1)).allMatch(told::contains);
    }

    private static String stem(String name) {
        String stem = name;
        for (String ending : ENDINGS) {
            if (stem.toLowerCase(Locale.ROOT).endsWith(ending)) {
                stem = stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
