package org.godwit.engine.propose;

import java.util.List;
import org.godwit.model.Finding;
import org.godwit.model.Plan;

/**
 * A plan and what there is to say about it.
 *
 * @param findings doubtful verdicts, drift, keys taken as data
 */
public record Proposal(Plan plan, List<Finding> findings) {
    public Proposal {
        findings = List.copyOf(findings);
    }
}
