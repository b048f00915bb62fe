/**
 * The straight path: drop a folder, see what was found, migrate, look at the result. One model with one state at a
 * time; one small view for each state. Start reading at {@link org.godwit.app.migrate.MigrateModel}.
 */
@NullMarked
package org.godwit.app.migrate;

import org.jspecify.annotations.NullMarked;
