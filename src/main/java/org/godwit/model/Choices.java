package org.godwit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person decided otherwise than a scan would: which documents are one dataset, which keys are data, and how files
 * are read. The same files and the same choices give the same datasets.
 *
 * @param datasets each a set of ids of shapes ({@link DatasetProfile.Shape}) whose documents are one dataset; disjoint
 * @param keys verdicts on objects, the later one wins
 * @param csv how files of separated values are read; for sources of other types nothing
 */
public record Choices(List<Set<String>> datasets, List<Keys> keys, CsvOptions csv) {
    /** Nothing was decided otherwise. */
    public static final Choices NONE = new Choices(List.of(), List.of(), CsvOptions.AS_FOUND);

    public Choices {
        datasets = datasets.stream().map(Set::copyOf).toList();
        keys = List.copyOf(keys);
    }

    /**
     * Whether the keys of an object are data.
     *
     * @param shape the id of a shape of the dataset
     * @param path of the object, from the document; as the profile had it when it was decided
     */
    public record Keys(String shape, PathExpr path, boolean data) {}

    public boolean isEmpty() {
        return datasets.isEmpty() && keys.isEmpty() && csv.isAsFound();
    }

    /** Returns these choices with another way to read files of separated values. */
    public Choices with(CsvOptions other) {
        return new Choices(datasets, keys, other);
    }

    /** Returns these choices and one dataset more; shapes that were chosen for others before go over to it. */
    public Choices withDataset(Set<String> shapes) {
        List<Set<String>> next = new ArrayList<>();
        for (Set<String> chosen : datasets) {
            Set<String> left = new java.util.HashSet<>(chosen);
            left.removeAll(shapes);
            if (!left.isEmpty()) {
                next.add(left);
            }
        }
        next.add(shapes);
        return new Choices(next, keys, csv);
    }

    /** Returns these choices with a verdict on the keys of an object. */
    public Choices withKeys(Keys decided) {
        List<Keys> next = new ArrayList<>(keys);
        next.removeIf(earlier -> earlier.shape().equals(decided.shape()) && earlier.path().equals(decided.path()));
        next.add(decided);
        return new Choices(datasets, next, csv);
    }

    /** Returns what was decided on the keys of an object of the dataset with these shapes. */
    public Optional<Boolean> keysAreData(Set<String> shapes, PathExpr path) {
        return keys.stream()
                .filter(decided -> shapes.contains(decided.shape()) && decided.path().equals(path))
                .map(Keys::data)
                .reduce((earlier, later) -> later);
    }
}
