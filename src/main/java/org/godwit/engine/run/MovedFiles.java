package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.Finding;

/**
 * Finds files that earlier runs have read under another name: their content is, or begins with, what a name held that is gone, or
 * stands for something else now. So it is after a file was renamed, moved to another folder, or put away as {@code log.1.csv}
 * while {@code log.csv} began anew. What is still there under the old name was copied, not moved. One thread, until it is made.
 */
final class MovedFiles {
    private static final int MOST = 5;

    private final FileContents contents;
    private final Map<FileContents.Content, Set<String>> gone = new HashMap<>();
    private final Set<FileContents.Content> there = new HashSet<>();
    private final SortedSet<Long> lengths = new TreeSet<>();
    private final SortedMap<String, String> before = new TreeMap<>();
    private final Set<Integer> whole = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private MovedFiles(FileContents contents) {
        this.contents = contents;
    }

    /**
     * Looks for them.
     *
     * @param files of this run
     * @param known names under which earlier runs have loaded documents
     * @param copiesAreKnown whether a copy of what was loaded is left out
     */
    static MovedFiles of(FileContents contents, List<SourceFile> files, Set<String> known, boolean copiesAreKnown) {
        MovedFiles moved = new MovedFiles(contents);
        Set<String> names = files.stream().map(SourceFile::name).collect(Collectors.toSet());
        Set<String> continued = new HashSet<>();
        List<SourceFile> others = new ArrayList<>();
        for (SourceFile file : files) {
            if (known.contains(file.name()) && moved.goesOn(file)) {
                continued.add(file.name());
            } else if (file.content() != null) {
                others.add(file);
            }
        }
        for (String name : known) {
            FileContents.Content content = contents.latest(name);
            if (content != null && continued.contains(name)) {
                if (copiesAreKnown) {
                    moved.there.add(content);
                }
            } else if (content != null && content.bytes() > 0) {
                moved.gone.computeIfAbsent(content, _ -> new TreeSet<>()).add(name);
            }
        }
        moved.gone.keySet().forEach(content -> moved.lengths.add(content.bytes()));
        moved.there.forEach(content -> moved.lengths.add(content.bytes()));
        others.forEach(file -> moved.find(file, names));
        return moved;
    }

    /** Returns whether a file holds what it held, and perhaps more. */
    private boolean goesOn(SourceFile file) {
        FileContents.Content content = contents.latest(file.name());
        if (content == null || !content.sha256().equals(contents.beginnings(file, new TreeSet<>(Set.of(content.bytes()))).get(content.bytes()))) {
            return false;
        }
        if (content.bytes() == file.bytes()) {
            whole.add(file.index());
        }
        return true;
    }

    private void find(SourceFile file, Set<String> names) {
        List<FileContents.Content> beginnings = contents.beginnings(file, lengths).entrySet().stream()
                .map(beginning -> new FileContents.Content(beginning.getKey(), beginning.getValue()))
                .sorted(Comparator.comparingLong(FileContents.Content::bytes).reversed())
                .toList();
        for (FileContents.Content content : beginnings) {
            boolean all = content.bytes() == file.bytes();
            Set<String> candidates = gone.getOrDefault(content, Set.of());
            if (!candidates.isEmpty()) {
                String name = candidates.iterator().next();
                candidates.remove(name);
                before.put(file.name(), name);
                findings.add(finding(file.name(), name, all || names.contains(name)));
                if (all) {
                    whole.add(file.index());
                }
                return;
            }
            if (all && there.contains(content)) {
                whole.add(file.index());
                return;
            }
        }
    }

    /** Another file may begin with the same as one that is gone; a person has to judge. */
    private static Finding finding(String file, String name, boolean sure) {
        return sure
                ? new Finding(Finding.Severity.INFO, file, "earlier runs have read it, or what it begins with, as " + name + ": that is not loaded again")
                : new Finding(Finding.Severity.WARNING, file, "it begins with what earlier runs have read as " + name
                        + ", which is gone: that is not loaded again (--replace loads everything anew)");
    }

    /** Returns the names that files had, by those they have. */
    SortedMap<String, String> names() {
        return before;
    }

    /** Returns files, by place, of which nothing is new: they hold what they held, or what another one does and copies are left out. */
    Set<Integer> whole() {
        return whole;
    }

    /** Returns what a person should know. */
    List<Finding> findings() {
        if (findings.size() <= MOST) {
            return findings;
        }
        List<Finding> some = new ArrayList<>(findings.subList(0, MOST));
        Finding.Severity severity = findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElseThrow();
        some.add(new Finding(severity, "", "%d more files have another name now".formatted(findings.size() - MOST)));
        return some;
    }
}
