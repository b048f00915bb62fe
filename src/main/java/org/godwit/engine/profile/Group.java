package org.godwit.engine.profile;

import java.util.LinkedHashSet;
import java.util.Set;
import org.godwit.shred.JsonTape;

/** Documents that are looked at together: first those of one signature, later those of a dataset. Not thread-safe. */
final class Group {
    private static final int MAX_SIGNATURES = 20_000;

    final Set<Signature> signatures = new LinkedHashSet<>();
    final FileNames files = new FileNames();
    final Node root = new Node("", JsonTape.NO_KEY);
    long documents;
    private final Signature leader;

    Group(Signature leader) {
        this.leader = leader;
        signatures.add(leader);
    }

    void add(JsonTape tape, Place place, Budget budget) {
        documents++;
        files.add(place.file());
        root.fold(tape, 0, place, budget, 0);
    }

    /** Takes the documents of a group whose nodes are in the same budget; that group is used up. */
    void absorb(Group other, Budget budget) {
        budget.add(-other.root.size());
        merge(other, budget);
    }

    /** Takes the documents of a group whose nodes are in no budget; that group is used up. */
    void merge(Group other, Budget budget) {
        documents += other.documents;
        files.merge(other.files);
        root.merge(other.root, budget);
        for (Signature signature : other.signatures) {
            if (signatures.size() < MAX_SIGNATURES) {
                signatures.add(signature);
            }
        }
    }

    /** The signature that stands for the group: the one it was made for. */
    Signature leader() {
        return leader;
    }
}
