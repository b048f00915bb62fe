package org.godwit.app.shell;

/** How the window chooses between light and dark. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
