/**
 * The words that people read. Those of the engine stand in {@code i18n/messages.properties};
 * {@link org.godwit.engine.text.Messages} fills their places;
 * {@link org.godwit.engine.text.ShellWords} quotes words of command lines. Knows only the model.
 */
@NullMarked
package org.godwit.engine.text;

import org.jspecify.annotations.NullMarked;
