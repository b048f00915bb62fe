/**
 * Targets that are a folder of files, one for each table, put in place as a whole. May use connector.spi, duck, shred
 * and model. Start reading at {@link org.godwit.connector.spi.folder.FolderSession}.
 */
@NullMarked
package org.godwit.connector.spi.folder;

import org.jspecify.annotations.NullMarked;
