/**
 * The tables of a source and how they refer to each other, drawn. Knows model and app.fx. Start reading at
 * {@link org.godwit.app.schema.SchemaPane}.
 */
@NullMarked
package org.godwit.app.schema;

import org.jspecify.annotations.NullMarked;
