/** Servers for tests: real ones started once for each JVM, and a proxy that troubles the way to them. */
@NullMarked
package org.godwit.connector.testing;

import org.jspecify.annotations.NullMarked;
