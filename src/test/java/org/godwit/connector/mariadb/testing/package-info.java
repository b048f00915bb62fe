/**
 * What the tests of MariaDB stand on: a real server, started once. May use the driver. Start reading at
 * {@link org.godwit.connector.mariadb.testing.MariaServer}.
 */
@NullMarked
package org.godwit.connector.mariadb.testing;

import org.jspecify.annotations.NullMarked;
