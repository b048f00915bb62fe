package org.godwit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void noTwoErrorsShareAnIdOrWords() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("GW-\\d{4}"));
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::messageKey)).doesNotHaveDuplicates();
    }
}
