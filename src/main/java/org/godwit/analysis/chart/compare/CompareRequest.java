package org.godwit.analysis.chart.compare;

import java.util.OptionalInt;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * What is to be compared, and how.
 *
 * @param batchSize rows of this batch size only
 * @param simulated whether simulated rows count too
 */
public record CompareRequest(Subject subject, Split split, Statistic statistic, Spread spread, OptionalInt batchSize, boolean simulated) {
    /** @throws GodwitException USAGE if the error bars do not go with the statistic */
    public CompareRequest {
        if (!spread.fits(statistic)) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("chart.usage.spread", spread.label(), statistic.label()));
        }
    }

    /** Returns the usual way to compare: means, with standard deviations, of what is not simulated. */
    public static CompareRequest of(Subject subject) {
        return new CompareRequest(subject, new Split.Usual(), Statistic.MEAN, Spread.DEVIATION, OptionalInt.empty(), false);
    }

    public CompareRequest with(Split other) {
        return new CompareRequest(subject, other, statistic, spread, batchSize, simulated);
    }

    public CompareRequest with(Statistic other, Spread reach) {
        return new CompareRequest(subject, split, other, reach, batchSize, simulated);
    }

    public CompareRequest withBatchSize(int size) {
        return new CompareRequest(subject, split, statistic, spread, OptionalInt.of(size), simulated);
    }

    public CompareRequest withSimulated(boolean wanted) {
        return new CompareRequest(subject, split, statistic, spread, batchSize, wanted);
    }
}
