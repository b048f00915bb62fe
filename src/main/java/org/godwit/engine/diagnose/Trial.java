package org.godwit.engine.diagnose;

import org.godwit.model.Ledger;

/**
 * What a plan would do, found by doing it into a database that is thrown away.
 *
 * @param ledger of what was read
 * @param whole whether everything was read, and not only the first part of the sources
 * @param rejects how much could not be loaded
 */
public record Trial(Ledger ledger, boolean whole, long rejects) {}
