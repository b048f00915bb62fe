package org.godwit.engine.deliver;

import java.util.List;
import java.util.Set;
import org.godwit.duck.Session;
import org.godwit.engine.target.Changes;
import org.godwit.model.Finding;
import org.godwit.shred.TargetLimits;

/**
 * A target that is not a DuckDB file, during one run. Used by one thread, in the order of the methods. Closing without
 * {@link #commit} leaves the target as it was.
 */
public interface Outlet extends AutoCloseable {
    /** Returns the target's name for people. */
    String name();

    /** Returns what its tables cannot hold. */
    TargetLimits limits();

    /** Brings into the empty hub what earlier runs have left in the target, as far as new rows must fit to it. */
    void recall(Session hub);

    /**
     * Brings into the empty hub all that runs have left in the target, whether or not it can be added to.
     *
     * @throws org.godwit.model.GodwitException TARGET_UNSUPPORTED if it cannot be told from the target alone
     */
    void recallAll(Session hub);

    /**
     * Writes what the run has added to the hub.
     *
     * @param readsBack whether it is read back and compared; otherwise only the rows that arrived are counted
     * @return what a person should know: keys that could not be declared
     * @throws org.godwit.model.GodwitException TARGET_REFUSED; VERIFICATION_FAILED if something else came back
     */
    List<Finding> deliver(Session hub, Added added, boolean readsBack);

    void commit();

    @Override
    void close();

    /**
     * What a run has added.
     *
     * @param run its id; empty for all runs there are, into an empty target
     * @param firstDocument its first document; those before are of earlier runs
     * @param changes what has changed of what earlier runs have left
     * @param unique keys that are known to be unique and without NULL: table and column
     */
    record Added(String run, long firstDocument, Changes changes, Set<List<String>> unique) {}
}
