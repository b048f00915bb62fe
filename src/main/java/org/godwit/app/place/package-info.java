/**
 * Databases on servers: the fields by which one is reached, trying them out, and the passwords that a person entered. Knows
 * engine, connector.spi, model and app.fx. Start reading at {@link org.godwit.app.place.ServerModel}.
 */
@NullMarked
package org.godwit.app.place;

import org.jspecify.annotations.NullMarked;
