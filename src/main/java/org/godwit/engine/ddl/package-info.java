/** The statements that a target gets for a plan, as text to read. Uses {@code duck} for the SQL; runs nothing. */
@NullMarked
package org.godwit.engine.ddl;

import org.jspecify.annotations.NullMarked;
