/**
 * Folders and files of JSON, NDJSON and gzip of both. Lists them without opening, reads them in units that several
 * workers parse, and names everything that is no JSON with its place. Start reading at
 * {@link org.godwit.connector.json.JsonConnector}.
 */
@NullMarked
package org.godwit.connector.json;

import org.jspecify.annotations.NullMarked;
