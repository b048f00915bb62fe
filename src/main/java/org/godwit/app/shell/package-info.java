/**
 * The frame around all screens: navigation at the left, the task bar at the bottom, light and dark, the window's
 * remembered size. Screens are given to it as destinations; it knows none of them. Start reading at
 * {@link org.godwit.app.shell.ShellView}.
 */
@NullMarked
package org.godwit.app.shell;

import org.jspecify.annotations.NullMarked;
