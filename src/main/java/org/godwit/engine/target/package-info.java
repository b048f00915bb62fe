/**
 * What Godwit keeps of its own in a target: the tables of documents, merges, rejects, runs and checks, and how a table
 * of a plan looks there. Start reading at {@link org.godwit.engine.target.SystemTables}.
 */
@NullMarked
package org.godwit.engine.target;

import org.jspecify.annotations.NullMarked;
