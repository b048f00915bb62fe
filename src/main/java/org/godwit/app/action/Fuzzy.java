package org.godwit.app.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a name fits what somebody types: the letters in their order, gaps allowed. Letters that begin a word or
 * follow each other count more, so that {@code cf} finds "Choose folder" before "Check files of a folder".
 */
final class Fuzzy {
    private static final int LETTER = 1;
    private static final int FOLLOWS = 5;
    private static final int BEGINS_WORD = 8;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private Fuzzy() {}

    /** Returns a score, higher for a better fit; empty if it does not fit. Every word that is typed must fit. */
    static OptionalInt score(String typed, String name) {
        int sum = 0;
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            int score = word.isEmpty() ? 0 : best(word, name);
            if (score < 0) {
                return OptionalInt.empty();
            }
            sum += score;
        }
        // Of two equal fits the shorter name is meant.
        return OptionalInt.of(Math.max(0, sum * 8 - Math.min(name.length(), 64) / 8));
    }

    /** The best way to find the letters of a word in a name; negative if there is none. */
    private static int best(String word, String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int[] ending = new int[text.length()];
        for (int i = 0; i < word.length(); i++) {
            int[] here = new int[text.length()];
            Arrays.fill(here, NEVER);
            int bestBefore = i == 0 ? 0 : NEVER;
            for (int j = 0; j < text.length(); j++) {
                if (text.charAt(j) == word.charAt(i)) {
                    int follows = i > 0 && j > 0 ? ending[j - 1] + FOLLOWS : NEVER;
                    int bonus = beginsWord(name, j) ? BEGINS_WORD : 0;
                    here[j] = LETTER + bonus + Math.max(bestBefore, follows);
                }
                if (i > 0) {
                    bestBefore = Math.max(bestBefore, ending[j]);
                }
            }
            ending = here;
        }
        return Arrays.stream(ending).max().orElse(NEVER);
    }

    private static boolean beginsWord(String name, int at) {
        return at == 0
                || !Character.isLetterOrDigit(name.charAt(at - 1))
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1)));
    }
}
