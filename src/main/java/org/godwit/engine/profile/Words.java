package org.godwit.engine.profile;

/** What a key looks like: a field's name, a number, or the name of a thing. */
final class Words {
    private static final int MAX_FIELD = 40;

    private Words() {}

    static boolean isNumber(String key) {
        return !key.isEmpty() && Strings.looksNumeric(key);
    }

    /** Whether it looks like a path, a file, a model, an id or a sentence rather than the name of a field. */
    static boolean isNameOfThing(String key) {
        boolean hyphen = false;
        boolean digit = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            hyphen |= c == '-';
            digit |= Character.isDigit(c);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '$' && c != '@') {
                return true;
            }
        }
        return (hyphen && digit) || key.length() > MAX_FIELD || isNumber(key);
    }
}
