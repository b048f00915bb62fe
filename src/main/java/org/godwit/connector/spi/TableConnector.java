package org.godwit.connector.spi;

import java.util.List;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
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

    /** Is told that a place is going to be opened: what has to be done before may begin, in a thread of its own. Does not fail. */
    default void foresee(Place place) {}

    /**
     * Opens a source for reading only, as it is at this moment: everything read through it is one consistent state.
     *
     * @param include names of tables or globs; empty for all
     * @throws GodwitException SOURCE_MISSING, SOURCE_UNREADABLE with the reason, SERVER_… for servers
     */
    TableSource open(Place place, List<String> include, TaskContext context);

    /**
     * Opens a source as a person says that it is read. Only a format whose content may tell it wrong knows of options.
     *
     * @throws GodwitException as the other one; SOURCE_OPTIONS if there are options that the format does not know
     */
    default TableSource open(Place place, List<String> include, CsvOptions options, TaskContext context) {
        if (!options.isAsFound()) {
            throw new GodwitException(ErrorCode.SOURCE_OPTIONS, place.text(), type());
        }
        return open(place, include, context);
    }
}
