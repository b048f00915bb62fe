/**
 * What every screen needs of JavaFX and no screen owns: background jobs whose outcome arrives on the FX thread,
 * texts and figures, icons, the desktop around the window, settings. Knows no screen. Start reading at
 * {@link org.godwit.app.fx.FxTasks}.
 */
@NullMarked
package org.godwit.app.fx;

import org.jspecify.annotations.NullMarked;
