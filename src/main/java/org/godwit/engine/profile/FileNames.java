package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.godwit.connector.spi.SourceFile;

/** The words that the names of a dataset's files have in common, and some of its files. Not thread-safe. */
final class FileNames {
    private static final int MAX_EXAMPLES = 5;
    private static final int HEX_LENGTH = 8;
    private static final int COUNTER_DIGITS = 4;

    private final TreeMap<Integer, String> examples = new TreeMap<>();
    private final Words stems = new Words();
    private final Words folders = new Words();
    private int lastIndex = -1;

    void add(SourceFile file) {
        if (file.index() == lastIndex) {
            return;
        }
        lastIndex = file.index();
        String name = file.name();
        addExample(file.index(), name);
        int slash = name.lastIndexOf('/');
        stems.add(stem(name.substring(slash + 1)));
        folders.add(slash < 0 ? "" : name.substring(name.lastIndexOf('/', slash - 1) + 1, slash));
    }

    private void addExample(int index, String name) {
        examples.put(index, name);
        if (examples.size() > MAX_EXAMPLES) {
            examples.pollLastEntry();
        }
    }

    void merge(FileNames other) {
        other.examples.forEach(this::addExample);
        stems.merge(other.stems);
        folders.merge(other.folders);
    }

    List<String> examples() {
        return List.copyOf(examples.values());
    }

    /** Words of the files' names in their order, or else of the folders; may be empty. */
    List<String> words() {
        List<String> found = stems.common();
        return found.stream().mapToInt(String::length).sum() >= 3 ? found : folders.common();
    }

    private static String stem(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (String ending : List.of(".gz", ".json", ".jsonl", ".ndjson")) {
            if (lower.endsWith(ending)) {
                lower = lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    /** What many names have in common: the words of the smallest name that all others have too. */
    private static final class Words {
        private String smallest = "";
        private boolean any;
        private Set<String> shared = Set.of();

        void add(String name) {
            join(name, any && shared.isEmpty() ? Set.of() : new HashSet<>(split(name)));
        }

        void merge(Words other) {
            if (other.any) {
                join(other.smallest, other.shared);
            }
        }

        private void join(String name, Set<String> words) {
            if (!any) {
                any = true;
                smallest = name;
                shared = words;
                return;
            }
            smallest = name.compareTo(smallest) < 0 ? name : smallest;
            if (!shared.isEmpty()) {
                shared.retainAll(words);
            }
        }

        List<String> common() {
            return split(smallest).stream().filter(shared::contains).distinct().toList();
        }

        private static List<String> split(String name) {
            List<String> words = new ArrayList<>();
            for (String part : name.split("[^\\p{L}\\p{N}]+")) {
                String word = withoutCounter(part);
                if (!word.isEmpty() && !isHex(word)) {
                    words.add(word);
                }
            }
            return words;
        }

        private static String withoutCounter(String word) {
            int end = word.length();
            while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
                end--;
            }
            return end == 0 || word.length() - end >= COUNTER_DIGITS ? word.substring(0, end) : word;
        }

        private static boolean isHex(String word) {
            return word.length() >= HEX_LENGTH
                    && word.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                    && word.chars().anyMatch(Character::isDigit);
        }
    }
}
