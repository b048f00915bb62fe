package org.godwit.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a full scan says of one path of a dataset; one node of a tree.
 *
 * @param step how it is reached from its parent; for the root a Key with an empty name
 * @param occurrences how many nodes there are at this path
 * @param parents how many parent containers there are (of the right kind); {@code parents - occurrences} lack it
 *     (for Elements and Entries: the number of containers)
 * @param types how many nodes of each JSON type, without zeros
 * @param firstOf for each type, the first place where it occurs, {@code file:line}
 * @param numbers facts of the numbers, null if there are none
 * @param strings facts of the strings, null if there are none
 * @param distinct estimated distinct scalar values
 * @param samples up to five different values as JSON text, each at most 200 characters
 * @param emptyContainers how many nodes are {@code {}} or {@code []}
 * @param maxLength greatest number of elements or entries of a container node
 * @param keysAreData the verdict for an object node, null for others
 * @param children members in the order of their mean position in the object, then by name, whatever the order of
 *     the files; for maps one child with step Entries, for arrays one with step Elements; none where the tree was cut
 */
public record PathProfile(
        Step step,
        long occurrences,
        long parents,
        Map<JsonType, Long> types,
        Map<JsonType, String> firstOf,
        @Nullable NumberFacts numbers,
        @Nullable StringFacts strings,
        long distinct,
        List<String> samples,
        long emptyContainers,
        long maxLength,
        @Nullable KeysVerdict keysAreData,
        List<PathProfile> children) {
    public PathProfile {
        types = Map.copyOf(types);
        firstOf = Map.copyOf(firstOf);
        samples = List.copyOf(samples);
        children = List.copyOf(children);
    }

    /**
     * What all numbers at a path have in common; enough to choose an exact type.
     *
     * @param integers how many are written without fraction and exponent
     * @param specials how many are NaN, Infinity or -Infinity
     * @param notDouble how many are not equal to their nearest double's shortest text
     * @param integerDigits greatest number of digits before the point of plain values
     * @param fractionDigits greatest number of digits after the point, trailing zeros not counted, -1 if some value
     *     has an exponent that makes it longer than 38 digits
     * @param fitsLong whether every number is an integer of at most 64 bits
     * @param fitsHugeInt whether every number is an integer of at most 128 bits
     * @param min smallest, as text; empty if only specials
     * @param max greatest, as text
     */
    public record NumberFacts(
            long integers, long specials, long notDouble, int integerDigits, int fractionDigits, boolean fitsLong, boolean fitsHugeInt, String min, String max) {}

    /**
     * What all strings at a path have in common.
     *
     * @param longest greatest length in characters
     * @param dateForms how many strings read back exactly in each form of {@link DateForm}
     * @param numeric how many look like a number
     * @param min smallest by code points, at most 100 characters
     * @param max greatest
     */
    public record StringFacts(int longest, Map<DateForm, Long> dateForms, long numeric, String min, String max) {
        public StringFacts {
            dateForms = Map.copyOf(dateForms);
        }
    }

    /**
     * Whether the keys of an object are data (a map keyed by name) or field names.
     *
     * @param doubtful whether a person should look at it
     * @param reason why, for people
     * @param names how many different keys there are, 0 if they are no longer known and the verdict cannot be changed
     * @param examples up to five of them, the most frequent first
     */
    public record KeysVerdict(boolean data, boolean doubtful, String reason, long names, List<String> examples) {
        public KeysVerdict {
            examples = List.copyOf(examples);
        }

        public KeysVerdict(boolean data, boolean doubtful, String reason) {
            this(data, doubtful, reason, 0, List.of());
        }
    }
}
