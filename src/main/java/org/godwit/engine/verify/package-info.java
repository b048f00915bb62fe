/**
 * Compares targets with what was loaded: documents are rebuilt from rows and rest, columns are counted and hashed.
 * Start reading at {@link org.godwit.engine.verify.Verifier}.
 */
@NullMarked
package org.godwit.engine.verify;

import org.jspecify.annotations.NullMarked;
