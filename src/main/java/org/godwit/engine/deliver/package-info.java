/**
 * Brings what a run has made and verified in a DuckDB file, the hub, to targets of other formats: tables through
 * connectors, documents as JSON files. What is written is read back and compared before it becomes visible. Start
 * reading at {@link org.godwit.engine.deliver.Outlets}.
 */
@NullMarked
package org.godwit.engine.deliver;

import org.jspecify.annotations.NullMarked;
