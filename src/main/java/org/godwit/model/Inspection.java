package org.godwit.model;

import java.util.List;
import java.util.Map;

/**
 * What is in the places a person pointed at.
 *
 * @param locations as given
 * @param files every file, sorted by path
 * @param leaves of all documents that were read
 * @param datasets sorted by name
 * @param seconds the time it took
 */
public record Inspection(
        List<String> locations, List<FileReport> files, LeafCounts leaves, List<DatasetProfile> datasets, double seconds) {
    public Inspection {
        locations = List.copyOf(locations);
        files = List.copyOf(files);
        datasets = List.copyOf(datasets);
    }

    public long documents() {
        return files.stream().mapToLong(FileReport::documents).sum();
    }

    public long bytes() {
        return files.stream().mapToLong(FileReport::bytes).sum();
    }

    /** Returns how many files have each status, with zeros. */
    public Map<FileReport.Status, Long> statusCounts() {
        Map<FileReport.Status, Long> counts = new java.util.EnumMap<>(FileReport.Status.class);
        for (FileReport.Status status : FileReport.Status.values()) {
            counts.put(status, files.stream().filter(f -> f.status() == status).count());
        }
        return counts;
    }

    public List<Problem> problems() {
        return files.stream().map(FileReport::problem).filter(java.util.Objects::nonNull).toList();
    }
}
