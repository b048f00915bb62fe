package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.engine.text.Messages;

/** Collects what is wrong in a plan, in the order found. Not thread-safe. */
final class Faults {
    private static final int EXCERPT = 80;
    private static final int NAMES = 20;

    private final Set<PlanFault> found = new LinkedHashSet<>();

    void add(Pointer at, String expected, String found) {
        this.found.add(new PlanFault(at.text(), expected, shortened(found), ""));
    }

    /** Adds the fault that a name is not one of those there are; the expected text gets them as its argument. */
    void addName(Pointer at, String messageKey, String name, Collection<String> known) {
        found.add(new PlanFault(at.text(), Messages.get(messageKey, names(known)), "'" + shortened(name) + "'", Nearest.to(name, known)));
    }

    void addAll(Collection<PlanFault> others) {
        found.addAll(others);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<PlanFault> list() {
        return new ArrayList<>(found);
    }

    /** Returns the names in one text, the first of them if they are many. */
    static String names(Collection<String> names) {
        if (names.isEmpty()) {
            return Messages.get("plan.none");
        }
        String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? first : first + ", …";
    }

    private static String shortened(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
