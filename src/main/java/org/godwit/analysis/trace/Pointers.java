package org.godwit.analysis.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** JSON pointers (RFC 6901) as lists of their tokens. */
final class Pointers {
    private Pointers() {}

    static List<String> parse(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1)).map(token -> token.replace("~1", "/").replace("~0", "~")).toList();
    }

    static String text(List<String> tokens) {
        return tokens.stream().map(token -> "/" + token.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining());
    }
}
