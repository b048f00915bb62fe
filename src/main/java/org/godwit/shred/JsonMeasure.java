package org.godwit.shred;

/**
 * What readers of JSON differ in.
 *
 * @param levels how deep arrays and objects lie in each other, 0 for a plain value
 * @param standard whether there is none of NaN and Infinity, which RFC 8259 has not
 */
public record JsonMeasure(int levels, boolean standard) {
    /** Measures a text that is JSON, apart from numbers that are not. */
    public static JsonMeasure of(String json) {
        int most = 0;
        int level = 0;
        boolean quoted = false;
        boolean standard = true;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                level++;
                most = Math.max(most, level);
            } else if (c == ']' || c == '}') {
                level--;
            } else if (c == 'N' || c == 'I') {
                standard = false;
            }
        }
        return new JsonMeasure(most, standard);
    }
}
