package org.godwit.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.messages");
    private static final Pattern USED = Pattern.compile("(?:Messages\\.get|\\.fault|\\.addName)\\(\\s*(?:[a-zA-Z.()\"]+,\\s*)?\"([a-z]+\\.[A-Za-z.]+)\"");

    @Test
    void hasATextForEveryErrorCode() {
        List<String> missing = Arrays.stream(ErrorCode.values())
                .filter(code -> !BUNDLE.containsKey(code.messageKey()))
                .map(code -> code.messageKey() + "=")
                .toList();
        assertThat(missing).as("paste into resources/i18n/messages.properties:\n%s", String.join("\n", missing)).isEmpty();
    }

    @Test
    void saysForEveryErrorInAFewWordsWhatHappenedAndWhatToDoNext() {
        List<String> missing = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            if (!BUNDLE.containsKey(code.messageKey() + ".title")) {
                missing.add(code.messageKey() + ".title=");
            }
            if (!BUNDLE.containsKey(code.messageKey() + ".next") && code != ErrorCode.USAGE) {
                missing.add(code.messageKey() + ".next=");
            }
        }
        assertThat(missing).as("paste into resources/i18n/messages.properties:\n%s", String.join("\n", missing)).isEmpty();
        for (ErrorCode code : ErrorCode.values()) {
            String title = BUNDLE.getString(code.messageKey() + ".title");
            // A title never takes in what an exception says: it has no places.
            assertThat(title).as(code.name()).hasSizeBetween(8, 60).doesNotContain("{").doesNotEndWith(".").matches("[A-Z].*");
        }
    }

    @Test
    void putsTheRawWordsOfTheReferenceSystemsIntoPlainOnes() {
        assertThat(words(new GodwitException(ErrorCode.DISK_FULL, "a.duckdb", 5_000_000, 12)))
                .containsExactly("The disk is full", "Free some room, or choose another disk.");
        assertThat(words(new GodwitException(ErrorCode.TARGET_LOCKED, "a.duckdb", "process 42")))
                .containsExactly("The database is in use", "Close it there, then try again.");
        assertThat(words(new GodwitException(ErrorCode.PLAN_MALFORMED, "a.plan.json", 1, 1, "the file is empty")))
                .containsExactly("The plan is no JSON", "Mend that place and try again.");
        assertThat(words(new GodwitException(ErrorCode.TARGET_UNWRITABLE, "a.duckdb", "permission denied")))
                .containsExactly("The database cannot be written", "Check the folder and its permissions, or choose another target.");
        assertThat(words(new GodwitException(ErrorCode.VERIFICATION_FAILED, 3, "model_id 7 is in no row of models")))
                .containsExactly("Verification found differences", "'godwit verify' shows each of them.");
    }

    private static List<String> words(GodwitException error) {
        return List.of(Messages.title(error), Messages.next(error));
    }

    @Test
    void hasATextForEveryKeyThatTheCodeUses() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            Matcher used = USED.matcher(Files.readString(source));
            while (used.find()) {
                if (!BUNDLE.containsKey(used.group(1)) && !used.group(1).endsWith(".")) {
                    missing.add(used.group(1) + "=");
                }
            }
        }
        assertThat(missing).as("paste into resources/i18n/messages.properties:\n%s", String.join("\n", missing)).isEmpty();
    }

    @Test
    void everyTextIsAPattern() {
        for (String key : BUNDLE.keySet()) {
            assertThat(new MessageFormat(BUNDLE.getString(key), Locale.ROOT).getFormats()).as(key).hasSizeLessThan(10);
        }
    }

    @Test
    void writesApostrophesTwice() {
        List<String> single = BUNDLE.keySet().stream()
                .filter(key -> BUNDLE.getString(key).replace("''", "").replaceAll("'[{}]'", "").contains("'"))
                .toList();
        assertThat(single).isEmpty();
    }

    @Test
    void saysWhatAnErrorIs() {
        GodwitException error = new GodwitException(ErrorCode.PLAN_MALFORMED, "a.plan.json", 1234, 7, "no comma");

        assertThat(Messages.withCode(error))
                .isEqualTo("GW-1202: a.plan.json is no JSON: line 1234, column 7: no comma. Nothing was changed. Mend that place and try again.");
    }

    /** What a database says ends as it likes. */
    @Test
    void endsASentenceBeforeTheNext() {
        assertThat(Messages.of(new GodwitException(ErrorCode.QUERY_FAILED, "no such table"))).isEqualTo("The query failed: no such table. Mend the query and try again.");
        assertThat(Messages.of(new GodwitException(ErrorCode.QUERY_FAILED, "no!"))).isEqualTo("The query failed: no! Mend the query and try again.");
        assertThat(Messages.of(new GodwitException(ErrorCode.QUERY_FAILED, "no\nLINE 1"))).isEqualTo("The query failed: no\nLINE 1\nMend the query and try again.");
    }

    @Test
    void fillsEveryPlaceOfEveryError() {
        Object[] arguments = {"a", 2, 3, 4};
        for (ErrorCode code : ErrorCode.values()) {
            Object first = code == ErrorCode.VERIFICATION_FAILED ? 1 : "a";
            arguments[0] = first;
            assertThat(Messages.of(new GodwitException(code, arguments))).as(code.name()).doesNotContain("{");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
