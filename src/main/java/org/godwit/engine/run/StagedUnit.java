package org.godwit.engine.run;

import java.util.List;
import java.util.Map;
import org.godwit.model.Reject;
import org.godwit.shred.ShredResult;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of a unit.
 *
 * @param files the names of its files, by their place in the source
 * @param passed how many documents of each file it went through, known ones included
 * @param hashes what was known of their content hashes before their documents were read
 * @param endedHashes content hashes known at the end of files only, by place
 * @param fileRejects files and lines that are no documents
 * @param known how many documents an earlier run had loaded
 * @param seen how many documents were in it, known ones included
 */
record StagedUnit(
        ShredResult result,
        Map<Integer, String> files,
        Map<Integer, Long> passed,
        Map<Integer, String> hashes,
        Map<Integer, String> endedHashes,
        List<Reject> fileRejects,
        long known,
        long seen) {
    String fileName(int file) {
        String name = files.get(file);
        if (name == null) {
            throw new IllegalStateException("no file " + file);
        }
        return name;
    }

    @Nullable String sha256(int file) {
        return hashes.get(file);
    }
}
