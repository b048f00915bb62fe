/**
 * The workspace: the folder where Godwit keeps its own state, in one SQLite database. Run history, rejects and what was
 * used recently live here; nothing in it is needed to read a target. Safe to use from several threads and several
 * processes at once; opened at first use, never at start. Start reading at {@link org.godwit.store.Workspace}.
 */
@NullMarked
package org.godwit.store;

import org.jspecify.annotations.NullMarked;
