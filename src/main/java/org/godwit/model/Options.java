package org.godwit.model;

/**
 * How a plan is run.
 *
 * @param onReject what happens when something cannot be loaded
 * @param duplicates what happens with byte-identical documents of one run
 * @param lineage whether rows carry {@code _doc}, {@code _at} and {@code _feed}; without them only counts can be verified
 * @param strategy how careful the run is
 * @param carry whether the source is a database that Godwit has filled, whose tables and records are taken over as they
 *     are: documents, lineage and rejects remain those of the first source
 */
public record Options(OnReject onReject, Duplicates duplicates, Lineage lineage, Strategy strategy, boolean carry) {
    /** Options of a run that reads its sources anew. */
    public Options(OnReject onReject, Duplicates duplicates, Lineage lineage, Strategy strategy) {
        this(onReject, duplicates, lineage, strategy, false);
    }

    public static final Options DEFAULT = new Options(OnReject.QUARANTINE, Duplicates.KEEP, Lineage.COLUMNS, Strategy.BALANCED);

    /** What happens with what could not be loaded. */
    public enum OnReject {
        /** Keep it apart, go on, finish with exit code 3. */
        QUARANTINE,
        /** Stop the run at the first reject, leave the target as it was. */
        STOP
    }

    /** What happens with identical documents. */
    public enum Duplicates {
        KEEP,
        FIRST
    }

    /** Where lineage is kept. */
    public enum Lineage {
        COLUMNS,
        NONE
    }

    /** How careful a run is: conservative stops at any reject, aggressive leaves verification to a later command. */
    public enum Strategy {
        CONSERVATIVE,
        BALANCED,
        AGGRESSIVE
    }
}
