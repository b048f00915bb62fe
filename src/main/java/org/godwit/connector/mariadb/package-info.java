/**
 * MariaDB and MySQL as sources and as targets, over the MariaDB driver. A source is one consistent snapshot; a target is
 * written into {@code _godwit_stage_*} tables and one transaction, and takes their places with one RENAME. May use
 * connector.spi, duck, store, task, shred and model. Start reading at
 * {@link org.godwit.connector.mariadb.MariaConnector} and {@link org.godwit.connector.mariadb.MariaTarget}.
 */
@NullMarked
package org.godwit.connector.mariadb;

import org.jspecify.annotations.NullMarked;
