package org.godwit.model;

/** One step of a path through a JSON document. */
public sealed interface Step permits Step.Key, Step.Index, Step.Elements, Step.Entries {
    /** The member of an object with this name. */
    record Key(String name) implements Step {}

    /** The element of an array at this position, from 0. */
    record Index(int position) implements Step {}

    /**
     * Every element of an array, {@code [*]}.
     *
     * @param level the name by which values refer to it, empty if it has none
     */
    record Elements(String level) implements Step {}

    /**
     * Every entry of an object whose keys are data, {@code .*}.
     *
     * @param level the name by which values refer to it, empty if it has none
     */
    record Entries(String level) implements Step {}

    /** Returns whether one node becomes many here. */
    default boolean fansOut() {
        return this instanceof Elements || this instanceof Entries;
    }
}
