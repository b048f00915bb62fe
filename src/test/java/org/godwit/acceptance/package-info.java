/**
 * What the project promises, shown from outside: whole migrations through the workbench or the command line, on real,
 * random and broken input, killed and interrupted. Start reading at {@link org.godwit.acceptance.RealDataTest}.
 */
@NullMarked
package org.godwit.acceptance;

import org.jspecify.annotations.NullMarked;
