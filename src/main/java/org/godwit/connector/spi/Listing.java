package org.godwit.connector.spi;

import java.util.List;
import org.godwit.model.FileReport;

/**
 * What is at a location.
 *
 * @param files sources, sorted by name
 * @param others what is not: status OTHER or UNREADABLE, sorted by path
 */
public record Listing(List<SourceFile> files, List<FileReport> others) {
    public Listing {
        files = List.copyOf(files);
        others = List.copyOf(others);
    }
}
