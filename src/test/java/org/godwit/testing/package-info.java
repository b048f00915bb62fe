/** Builders and hand-written fakes that tests of several packages share. */
@NullMarked
package org.godwit.testing;

import org.jspecify.annotations.NullMarked;
