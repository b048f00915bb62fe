package org.godwit.engine.plan;

import org.godwit.engine.text.Messages;

/** Walks over the text of a path or condition. */
final class TextScanner {
    private final String text;
    private int position;

    TextScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Returns the character here, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : 0;
    }

    char next() {
        return text.charAt(position++);
    }

    /** Takes the text if it stands here. */
    boolean take(String expected) {
        boolean here = text.startsWith(expected, position);
        if (here) {
            position += expected.length();
        }
        return here;
    }

    void require(String expected) {
        if (!take(expected)) {
            throw fault("plan.syntax.text", expected);
        }
    }

    void skipSpace() {
        while (Character.isWhitespace(peek())) {
            position++;
        }
    }

    /** Returns the word of ASCII letters, digits and _ that starts here without taking it; empty if there is none. */
    String word() {
        int end = position;
        while (end < text.length() && isWordPart(text.charAt(end), end > position)) {
            end++;
        }
        return text.substring(position, end);
    }

    private static boolean isWordPart(char c, boolean inside) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (inside && c >= '0' && c <= '9');
    }

    /** Takes the word if it stands here on its own. */
    boolean takeWord(String word) {
        boolean here = word().equals(word);
        if (here) {
            position += word.length();
        }
        return here;
    }

    int position() {
        return position;
    }

    void back(int to) {
        position = to;
    }

    String since(int start) {
        return text.substring(start, position);
    }

    /** Takes a text in single quotes; backslash stands before a quote or backslash that is meant as such. */
    String quoted() {
        require("'");
        StringBuilder out = new StringBuilder();
        while (peek() != '\'') {
            if (atEnd()) {
                throw fault("plan.syntax.text", "'");
            }
            char c = next();
            if (c == '\\') {
                if (peek() != '\'' && peek() != '\\') {
                    throw fault("plan.syntax.escape");
                }
                c = next();
            }
            out.append(c);
        }
        position++;
        return out.toString();
    }

    PlanSyntaxException fault(String messageKey, Object... arguments) {
        return new PlanSyntaxException(text, position + 1, Messages.get(messageKey, arguments));
    }
}
