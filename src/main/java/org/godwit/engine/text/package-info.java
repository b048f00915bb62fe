/**
 * The words that people read. All of them stand in {@code i18n/messages.properties};
 * {@link org.godwit.engine.text.Messages} fills their places. Knows only the model.
 */
@NullMarked
package org.godwit.engine.text;

import org.jspecify.annotations.NullMarked;
