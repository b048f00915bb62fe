package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.godwit.model.Finding;
import org.godwit.model.Plan;

/** Says that the target has rows of documents which their files have no longer: changed since, or taken out. Pure. */
final class GoneDocuments {
    private static final int MOST = 5;

    private GoneDocuments() {}

    /** @param gone how many, by file */
    static List<Finding> findings(SortedMap<String, Long> gone, Plan plan) {
        // A row of a key gives way to the next one, if the plan wants that; all others stay beside what came in their place.
        boolean twice = plan.tables().stream().anyMatch(table -> table.key().isEmpty());
        Finding.Severity severity = twice ? Finding.Severity.WARNING : Finding.Severity.INFO;
        List<Finding> findings = new ArrayList<>();
        gone.entrySet().stream().limit(MOST).forEach(file -> findings.add(new Finding(severity, file.getKey(),
                "%d that earlier runs have loaded %s changed or gone since: what came of %s stays beside what is new (--replace loads everything anew)"
                        .formatted(file.getValue(), file.getValue() == 1 ? "is" : "are", file.getValue() == 1 ? "it" : "them"))));
        if (gone.size() > MOST) {
            findings.add(new Finding(severity, "", "%d more files have changed likewise".formatted(gone.size() - MOST)));
        }
        return findings;
    }
}
