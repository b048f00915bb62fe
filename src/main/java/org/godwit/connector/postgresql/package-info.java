/**
 * PostgreSQL as a source and as a target. Rows come and go by COPY in its binary form, decoded and encoded here; a source
 * is one exported snapshot for all readers, a target one transaction. May use connector.spi and below. Start reading at
 * {@link org.godwit.connector.postgresql.PostgresConnector} and {@link org.godwit.connector.postgresql.PostgresTarget}.
 */
@NullMarked
package org.godwit.connector.postgresql;

import org.jspecify.annotations.NullMarked;
