/**
 * What databases on servers have in common: how a place names one, how often one knocks, and the words for what goes
 * wrong, which are the same whichever server it is. May use model and task; a connector adds what only its server says.
 * Start reading at {@link org.godwit.connector.spi.server.ServerFault}.
 */
@NullMarked
package org.godwit.connector.spi.server;

import org.jspecify.annotations.NullMarked;
