package org.godwit.app.shell;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * A screen that the navigation leads to. Its view is made once and keeps its state while others are shown.
 *
 * @param id stable, such as {@code home}
 * @param titleKey its name in the navigation
 * @param entered what happens each time it is shown, such as reading what may have changed
 */
public record Destination(String id, String titleKey, Feather icon, Node view, Runnable entered) {}
