package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The children of an object by name. Members mostly come in the same order, so the place is tried first. Not thread-safe. */
final class Members {
    private final List<Node> list = new ArrayList<>();
    private @Nullable Node[] byPosition = new Node[8];
    private @Nullable Node[] slots = new Node[16];
    private final Map<String, Node> unnumbered = new HashMap<>(0);

    int size() {
        return list.size();
    }

    /** In order of first appearance. */
    List<Node> list() {
        return list;
    }

    @Nullable Node find(int keyId, @Nullable String key, int position) {
        if (keyId < 0) {
            return unnumbered.get(key == null ? "" : key);
        }
        if (position < byPosition.length) {
            Node guess = byPosition[position];
            if (guess != null && guess.keyId == keyId) {
                return guess;
            }
        }
        Node node = inSlots(keyId);
        if (node != null && position < byPosition.length) {
            byPosition[position] = node;
        }
        return node;
    }

    private @Nullable Node inSlots(int keyId) {
        int mask = slots.length - 1;
        int slot = ((keyId * 0x9E3779B9) >>> 7) & mask;
        Node node = slots[slot];
        while (node != null && node.keyId != keyId) {
            slot = (slot + 1) & mask;
            node = slots[slot];
        }
        return node;
    }

    void add(Node node) {
        list.add(node);
        if (node.keyId < 0) {
            unnumbered.put(node.name, node);
            return;
        }
        if (list.size() * 2 > slots.length) {
            slots = new Node[slots.length * 2];
            byPosition = Arrays.copyOf(byPosition, byPosition.length * 2);
            list.stream().filter(n -> n.keyId >= 0).forEach(this::place);
        } else {
            place(node);
        }
    }

    private void place(Node node) {
        int mask = slots.length - 1;
        int slot = ((node.keyId * 0x9E3779B9) >>> 7) & mask;
        while (slots[slot] != null) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = node;
    }
}
