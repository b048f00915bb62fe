/**
 * The words of Godwit as records and sealed interfaces: data types, paths, plans, problems, ledgers, results.
 * Knows nothing of the other packages and of no library; every record checks and copies what it is given.
 * Start reading at {@link org.godwit.model.Plan}.
 */
@NullMarked
package org.godwit.model;

import org.jspecify.annotations.NullMarked;
