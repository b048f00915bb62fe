package org.godwit.shred;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Hashes stand in targets: they must stay what they are. */
final class LeafHashTest {
    @Test
    void textsHaveTheHashesOfEarlierTargets() {
        assertThat(LeafHash.text("")).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(LeafHash.text("throughput")).isEqualTo(0xd9348b0745868cafL);
        assertThat(LeafHash.string("2025-03-06T17:48:23Z")).isEqualTo(0x656b8d82717e7f59L);
    }

    @Property
    void aTextIsHashedLetterByLetter(@ForAll String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i);
            hash = i % 8 == 7 ? hash ^ hash >>> 29 : hash;
        }
        assertThat(LeafHash.text(text)).isEqualTo(LeafHash.mix(hash));
    }
}
