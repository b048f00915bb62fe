package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransformNamesTest {
    @Test
    void checksTheTransformsThatTheShredderKnows() {
        assertThat(Transforms.names()).containsExactlyInAnyOrderElementsOf(org.godwit.shred.Transforms.NAMES);
    }
}
