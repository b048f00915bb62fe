package org.godwit.connector.spi;

import java.util.List;
import org.godwit.task.TaskContext;

/** A format whose sources hold tables. Stateless and thread-safe. */
public interface TableConnector {
    /** The name in plans: {@code sqlite}. */
    String type();

    /**
     * Returns whether a file is of this format.
     *
     * @param first its first bytes, at most 4,096
     * @param name its name, for formats whose content tells nothing
     */
    boolean recognises(byte[] first, String name);

    /**
     * Opens a source for reading only, as it is at this moment: everything read through it is one consistent state.
     *
     * @param include names of tables or globs; empty for all
     * @throws org.godwit.model.GodwitException SOURCE_MISSING, SOURCE_UNREADABLE with the reason, SERVER_… for servers
     */
    TableSource open(Place place, List<String> include, TaskContext context);
}
