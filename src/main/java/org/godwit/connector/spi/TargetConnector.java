package org.godwit.connector.spi;

import org.godwit.model.DataType;
import org.godwit.task.TaskContext;

/** A format that tables are written to, beside DuckDB itself. Stateless and thread-safe. */
public interface TargetConnector {
    /** The name in plans: {@code sqlite}. */
    String type();

    /** Returns what becomes of a type; every type has an answer. */
    TypeMapping mapping(DataType type);

    /** Why a table with triggers is left alone: what they do nobody would see. */
    String TRIGGERS = "it would fire for rows of the run, and change or add what nobody has asked for; drop it, or switch it off, for the time of the run";

    /** Returns whether rows can be added to what is there; otherwise a run writes the target anew. */
    boolean appends();

    /**
     * Opens a target for one run. Nothing that others can see changes before {@link TargetSession#commit}.
     *
     * @throws org.godwit.model.GodwitException TARGET_LOCKED, TARGET_UNWRITABLE, TARGET_UNREADABLE, SERVER_… for servers
     */
    TargetSession open(Place place, TaskContext context);
}
