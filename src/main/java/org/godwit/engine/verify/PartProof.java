package org.godwit.engine.verify;

import java.util.List;
import org.godwit.duck.Session;
import org.godwit.engine.target.RecordedRun;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.shred.DocumentHash;
import org.jspecify.annotations.Nullable;

/** Proves documents of a run that share a record with others, once all of them have been taken. Not thread-safe. */
public final class PartProof {
    private final Parts parts;
    private final PartSums sums;

    private PartProof(Parts parts) {
        this.parts = parts;
        this.sums = new PartSums(parts);
    }

    public static PartProof of(Session session, RecordedRun run) {
        return new PartProof(Parts.of(session, run));
    }

    /** Returns the file of a document, or null if it has a record of its own. */
    public @Nullable String file(long document) {
        int part = parts.of(document);
        return part < 0 ? null : parts.all().get(part).file();
    }

    public void take(long document, DocumentHash hash) {
        sums.take(parts.of(document), document, hash);
    }

    /**
     * Returns what is not as it was read.
     *
     * @param file of this file only; empty for all
     */
    public List<Difference> differences(String file) {
        return sums.differences(part -> file.isEmpty() || part.file().equals(file));
    }
}
