/**
 * The window's beginning: makes the screens, gives them what they need, opens the stage. The only package that knows
 * all screens. Start reading at {@link org.godwit.app.GodwitApp}.
 */
@NullMarked
package org.godwit.app;

import org.jspecify.annotations.NullMarked;
