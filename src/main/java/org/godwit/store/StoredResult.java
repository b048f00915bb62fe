package org.godwit.store;

import java.util.List;
import org.godwit.model.Finding;
import org.godwit.model.Ledger;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.VerificationResult;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A result as one JSON text; its rejects have a table of their own. */
final class StoredResult {
    private StoredResult() {}

    /** Made at first use: starting without looking at history does not pay for it. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                // A newer version may have written more.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    static String write(RunResult result) {
        return Json.MAPPER.writeValueAsString(with(result, List.of()));
    }

    static RunResult read(String json, List<Reject> rejects) {
        return with(Json.MAPPER.readValue(json, RunResult.class), rejects);
    }

    /** Returns what is known of a run whose process died. */
    static RunResult interrupted(String id, String target) {
        Finding word = new Finding(
                Finding.Severity.ERROR, "", "interrupted: the process ended before the run did; the target is as it was");
        return new RunResult(
                id, Outcome.FAILED, target, 0, 0, 0, new Ledger(List.of()), List.of(), 0, List.of(),
                VerificationResult.NONE, List.of(word), List.of(), 0);
    }

    private static RunResult with(RunResult r, List<Reject> rejects) {
        return new RunResult(
                r.run(), r.outcome(), r.target(), r.documents(), r.loaded(), r.known(), r.ledger(), r.tables(), r.rejectCount(), rejects,
                r.verification(), r.findings(), r.phases(), r.seconds());
    }
}
