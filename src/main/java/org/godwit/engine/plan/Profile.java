package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/**
 * Where the places are that plans only name: one set of them, such as that of development or of production.
 *
 * @param isProtected whether nothing is written into them without a word of consent
 * @param places by their names, with absolute paths
 */
public record Profile(String name, boolean isProtected, Map<String, Plan.Target> places) {
    public Profile {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /**
     * Returns the place of a name.
     *
     * @throws GodwitException PLACE_UNKNOWN
     */
    public Plan.Target place(String called) {
        Plan.Target place = places.get(called);
        if (place == null) {
            throw new GodwitException(ErrorCode.PLACE_UNKNOWN, name, called, known(called, places.keySet()));
        }
        return place;
    }

    /** Returns the plan with its places where this profile has them. */
    Plan resolved(Plan plan) {
        List<Plan.Source> sources = new ArrayList<>();
        for (Plan.Source source : plan.sources()) {
            if (source.type().equals(Plan.PLACE)) {
                Plan.Target place = place(source.path());
                sources.add(new Plan.Source(
                        source.name(), place.type(), place.path(), source.include(), place.connection(), source.json(), source.options()));
            } else {
                sources.add(source);
            }
        }
        Plan.Target target = plan.target();
        return plan.between(sources, target != null && target.type().equals(Plan.PLACE) ? place(target.path()).with(target.mode()) : target);
    }

    /** Returns which names there are and which of them was most likely meant, in words. */
    static String known(String called, Collection<String> names) {
        String nearest = Nearest.to(called, names);
        return nearest.isEmpty()
                ? Messages.get("profiles.known", Faults.names(names))
                : Messages.get("profiles.known.nearest", Faults.names(names), nearest);
    }
}
