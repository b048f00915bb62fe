package org.godwit.duck;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A part of a syntax tree as DuckDB writes it: an object, a list or a value. What is asked for and is not there is an
 * empty part, so that a tree of another form than expected is walked without fear. Immutable.
 *
 * @param members of an object; empty otherwise
 * @param elements of a list; empty otherwise
 * @param text of a value; empty otherwise, and for null
 */
public record SyntaxNode(Map<String, SyntaxNode> members, List<SyntaxNode> elements, String text) {
    static final SyntaxNode NOTHING = new SyntaxNode(Map.of(), List.of(), "");

    public SyntaxNode {
        members = Map.copyOf(members);
        elements = List.copyOf(elements);
    }

    /** Returns a member. */
    public SyntaxNode at(String member) {
        return Objects.requireNonNullElse(members.get(member), NOTHING);
    }

    /** Returns the text of a member. */
    public String text(String member) {
        return at(member).text;
    }

    /** Returns the elements of a member. */
    public List<SyntaxNode> list(String member) {
        return at(member).elements;
    }

    /** Returns whether there is nothing: no object, no element, no text. */
    public boolean isEmpty() {
        return members.isEmpty() && elements.isEmpty() && text.isEmpty();
    }
}
