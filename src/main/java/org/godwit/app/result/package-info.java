/**
 * What a run did, as one screen: outcome, ledger, verification, tables with their rows, rejects. Shown at the end of
 * a migration and for every run of the history. Start reading at {@link org.godwit.app.result.ResultModel}.
 */
@NullMarked
package org.godwit.app.result;

import org.jspecify.annotations.NullMarked;
