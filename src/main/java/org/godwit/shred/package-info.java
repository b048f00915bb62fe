/**
 * From a JSON document and a plan to rows, rejects and ledger counts. Pure: no files, no database, no threads;
 * the model and Jackson's streaming core only, and no Java newer than 17, so that the same code can run elsewhere.
 * Start reading at {@link org.godwit.shred.JsonTape}.
 */
@NullMarked
package org.godwit.shred;

import org.jspecify.annotations.NullMarked;
