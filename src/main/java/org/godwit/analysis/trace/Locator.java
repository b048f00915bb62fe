package org.godwit.analysis.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of some values of one document in a text of any length, in one pass and with little memory: lines
 * before the document are skipped, values that nobody asked for are passed over. Not thread-safe.
 */
final class Locator {
    private static final int DEEPEST = 5000;

    private final JsonText text;
    private final List<Wanted> open = new ArrayList<>();

    private Locator(JsonText text) {
        this.text = text;
    }

    /**
     * What is looked for.
     *
     * @param key whether the place of the member's name is wanted, not that of its value
     */
    record Wish(List<String> tokens, boolean key) {}

    private static final class Wanted {
        private final Wish wish;
        private @Nullable Span span;

        Wanted(Wish wish) {
            this.wish = wish;
        }

        boolean endsAt(int depth) {
            return wish.tokens().size() == depth;
        }

        boolean goesOn(int depth, String token) {
            return wish.tokens().size() > depth && wish.tokens().get(depth).equals(token);
        }
    }

    /**
     * Looks for values.
     *
     * @param utf8 a whole file's text
     * @param line where the document starts, from 1
     * @return for each wish its place, or nothing if the document has no such value or is no JSON
     */
    static List<Optional<Span>> find(InputStream utf8, long line, List<Wish> wishes, TaskContext context) throws IOException {
        JsonText text = new JsonText(utf8, context);
        Locator locator = new Locator(text);
        List<Wanted> all = wishes.stream().map(Wanted::new).toList();
        locator.open.addAll(all);
        text.skipToLine(line);
        try {
            locator.value(0, all);
        } catch (JsonText.Malformed e) {
            // The file is no longer what was loaded: what was found before that place is still worth showing.
        }
        return all.stream().map(wanted -> Optional.ofNullable(wanted.span)).toList();
    }

    private void found(Wanted wanted, Span span) {
        wanted.span = span;
        open.remove(wanted);
    }

    private void value(int depth, List<Wanted> wanted) throws IOException {
        if (depth > DEEPEST) {
            throw new JsonText.Malformed();
        }
        int first = text.skipBlank();
        JsonText.Mark start = text.mark();
        switch (first) {
            case '{' -> object(depth, wanted);
            case '[' -> array(depth, wanted);
            case '"' -> text.passString();
            default -> text.passWord();
        }
        for (Wanted one : wanted) {
            if (one.endsAt(depth) && !one.wish.key()) {
                found(one, start.to(text.offset(), first == 'n'));
            }
        }
    }

    private void object(int depth, List<Wanted> wanted) throws IOException {
        text.expect('{');
        boolean more = text.skipBlank() != '}';
        while (more && !open.isEmpty()) {
            text.skipBlank();
            List<Wanted> inside = wanted;
            if (wanted.isEmpty()) {
                text.passString();
            } else {
                inside = name(depth, wanted);
            }
            text.skipBlank();
            text.expect(':');
            value(depth + 1, inside);
            more = isMore('}');
        }
        close('}');
    }

    /** Reads a member's name and returns what is looked for in the member. */
    private List<Wanted> name(int depth, List<Wanted> wanted) throws IOException {
        JsonText.Mark start = text.mark();
        String name = text.string();
        List<Wanted> inside = wanted.stream().filter(one -> one.goesOn(depth, name)).toList();
        for (Wanted one : inside) {
            if (one.wish.key() && one.endsAt(depth + 1)) {
                found(one, start.to(text.offset(), false));
            }
        }
        return inside;
    }

    private void array(int depth, List<Wanted> wanted) throws IOException {
        text.expect('[');
        boolean more = text.skipBlank() != ']';
        for (int i = 0; more && !open.isEmpty(); i++) {
            String position = Integer.toString(i);
            value(depth + 1, wanted.isEmpty() ? wanted : wanted.stream().filter(one -> one.goesOn(depth, position)).toList());
            more = isMore(']');
        }
        close(']');
    }

    private boolean isMore(char end) throws IOException {
        if (open.isEmpty()) {
            return false;
        }
        if (text.skipBlank() == end) {
            return false;
        }
        text.expect(',');
        return true;
    }

    /** Once nothing is looked for any more the rest is not read; nobody asks for the ends of what is open then. */
    private void close(char end) throws IOException {
        if (!open.isEmpty()) {
            text.expect(end);
        }
    }
}
