/**
 * What a person can do in the window, said once: each action has a name, an icon, a shortcut and what it does, and the menu,
 * the shortcuts, the command palette and the page of shortcuts in the documentation are all made of the same registry.
 * Knows no screen: a screen hands its actions over with its destination. Start reading at
 * {@link org.godwit.app.action.Action}.
 */
@NullMarked
package org.godwit.app.action;

import org.jspecify.annotations.NullMarked;
