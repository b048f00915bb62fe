package org.godwit.engine.coverage;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.Ledger;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/** What becomes of the values of one dataset, by path. Immutable once made. */
final class DatasetCoverage {
    private final PathProfile root;
    private final Uses uses;
    private final IdentityHashMap<PathProfile, Fate> fates = new IdentityHashMap<>();

    private DatasetCoverage(PathProfile root, Uses uses) {
        this.root = root;
        this.uses = uses;
    }

    /** Tells it from the profile. */
    static DatasetCoverage of(PathProfile root, Uses uses) {
        DatasetCoverage made = new DatasetCoverage(root, uses);
        Marks marks = new Marks(root);
        uses.feeds().forEach(marks::add);
        made.visit(root, marks, Around.OUTSIDE);
        return made;
    }

    /** Takes it from the ledger of a run: the sums by path. */
    static DatasetCoverage of(PathProfile root, Uses uses, Map<List<Step>, Ledger.Counts> lines) {
        DatasetCoverage made = new DatasetCoverage(root, uses);
        IdentityHashMap<PathProfile, Ledger.Counts> own = new IdentityHashMap<>();
        lines.forEach((steps, counts) -> share(nearest(root, steps), counts, own));
        made.take(root, own);
        return made;
    }

    boolean isOf(PathProfile otherRoot, Uses otherUses) {
        return fates.containsKey(otherRoot) && uses.equals(otherUses);
    }

    @Nullable Fate fate(PathProfile node) {
        return fates.get(node);
    }

    Fate whole() {
        return java.util.Objects.requireNonNull(fates.get(root));
    }

    /** What holds for a place because of what is above it. */
    private record Around(boolean stored, boolean rejected, boolean rest, boolean skipped) {
        static final Around OUTSIDE = new Around(false, false, false, false);
    }

    private Fate visit(PathProfile node, Marks marks, Around around) {
        Marks.Mark mark = marks.at(node);
        boolean rest = (around.rest || mark.rest) && !marks.splitsArray(node);
        boolean skipped = around.skipped || mark.skipped;
        Ledger.Counts own = own(node, mark, around, rest, skipped);
        Around inside = new Around(around.stored || mark.whole, around.rejected || mark.rejectsContainers, rest, skipped);
        Ledger.Counts below = own;
        boolean exact = mark.exact || around.stored;
        for (PathProfile child : node.children()) {
            Fate fate = visit(child, marks, inside);
            below = below.plus(fate.below());
            exact &= fate.exact();
        }
        Fate fate = new Fate(own, below, exact);
        fates.put(node, fate);
        return fate;
    }

    private static Ledger.Counts own(PathProfile node, Marks.Mark mark, Around around, boolean rest, boolean skipped) {
        long leaves = Marks.leaves(node);
        if (around.stored) {
            return new Ledger.Counts(leaves, leaves, 0, 0, 0, 0);
        }
        long stored = Math.min(leaves, mark.stored);
        long rejected = around.rejected ? leaves - stored : Math.min(leaves - stored, mark.rejected);
        long left = leaves - stored - rejected;
        return new Ledger.Counts(
                leaves, stored + (rest ? left : 0), rest || skipped ? 0 : left, 0, skipped && !rest ? left : 0, rejected);
    }

    private Fate take(PathProfile node, IdentityHashMap<PathProfile, Ledger.Counts> lines) {
        Ledger.Counts own = lines.getOrDefault(node, Fate.NONE);
        Ledger.Counts below = own;
        for (PathProfile child : node.children()) {
            below = below.plus(take(child, lines).below());
        }
        Fate fate = new Fate(own, below, true);
        fates.put(node, fate);
        return fate;
    }

    /** Gives the figures of a line to the paths that it stands for, to each as many as it has values. */
    private static void share(List<PathProfile> nodes, Ledger.Counts line, IdentityHashMap<PathProfile, Ledger.Counts> own) {
        Ledger.Counts left = line;
        for (int i = 0; i < nodes.size(); i++) {
            Ledger.Counts part = i == nodes.size() - 1 ? left : part(left, Math.min(left.read(), Marks.leaves(nodes.get(i))));
            left = new Ledger.Counts(
                    left.read() - part.read(), left.stored() - part.stored(), left.rest() - part.rest(), left.merged() - part.merged(),
                    left.skipped() - part.skipped(), left.rejected() - part.rejected());
            own.merge(nodes.get(i), part, Ledger.Counts::plus);
        }
    }

    private static Ledger.Counts part(Ledger.Counts line, long read) {
        long stored = Math.min(read, line.stored());
        long rest = Math.min(read - stored, line.rest());
        long merged = Math.min(read - stored - rest, line.merged());
        long skipped = Math.min(read - stored - rest - merged, line.skipped());
        return new Ledger.Counts(read, stored, rest, merged, skipped, read - stored - rest - merged - skipped);
    }

    /** Returns the nodes at these steps, or the last ones on the way: ledger and profile may see other maps. */
    private static List<PathProfile> nearest(PathProfile root, List<Step> steps) {
        List<PathProfile> at = List.of(root);
        for (Step step : steps) {
            List<PathProfile> next = at.stream().flatMap(node -> Marks.below(node, step).stream()).toList();
            if (next.isEmpty()) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
