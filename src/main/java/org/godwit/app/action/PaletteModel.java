package org.godwit.app.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.godwit.app.fx.Settings;

/** What the command palette finds: every action that can be done now, and what was used lately. */
public final class PaletteModel {
    private static final String USED = "palette.used";
    private static final int KEPT = 12;

    private final Actions actions;
    private final Supplier<List<Entry>> recent;
    private final Settings settings;

    /**
     * @param recent databases and plans that were used lately, newest first; asked on the FX thread
     */
    public PaletteModel(Actions actions, Supplier<List<Entry>> recent, Settings settings) {
        this.actions = actions;
        this.recent = recent;
        this.settings = settings;
    }

    /** Returns what fits, the best first; for an empty text everything, what was used last first. */
    public List<Entry> find(String typed) {
        List<String> used = used();
        List<Found> found = new ArrayList<>();
        for (Entry entry : entries()) {
            OptionalInt score = Fuzzy.score(typed, entry.name());
            int rank = used.indexOf(entry.id());
            score.ifPresent(fit -> found.add(new Found(entry, fit, rank < 0 ? KEPT : rank)));
        }
        Comparator<Found> byUse = Comparator.comparingInt(Found::rank);
        found.sort(typed.isBlank() ? byUse : Comparator.comparingInt(Found::fit).reversed().thenComparing(byUse));
        return found.stream().map(Found::entry).toList();
    }

    /** Does it, and remembers that it was used. */
    public void run(Entry entry) {
        Set<String> used = new LinkedHashSet<>();
        used.add(entry.id());
        used.addAll(used());
        settings.put(USED, String.join("\n", used.stream().limit(KEPT).toList()));
        entry.run().run();
    }

    private List<String> used() {
        return settings.get(USED, "").lines().toList();
    }

    private record Found(Entry entry, int fit, int rank) {}

    /** Actions of the screen that is shown come first, then those of everywhere, then other screens and files. */
    private List<Entry> entries() {
        List<Group> groups = new ArrayList<>(actions.groups());
        groups.sort(Comparator.comparing(group -> !group.here().get() || group.isEverywhere()));
        List<Entry> entries = new ArrayList<>();
        groups.stream().filter(group -> group.here().get()).forEach(group -> add(group, entries));
        groups.stream().filter(group -> !group.here().get()).forEach(group -> add(group, entries));
        entries.addAll(recent.get());
        return entries;
    }

    private static void add(Group group, List<Entry> entries) {
        for (Action action : group.actions()) {
            if (action.enabled().get()) {
                entries.add(new Entry(action.id(), action.name(), group.title(), action.keys(), action.icon(), () -> {
                    group.enter().run();
                    action.run().run();
                }));
            }
        }
    }
}
