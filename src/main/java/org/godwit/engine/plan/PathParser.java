package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.godwit.model.PathExpr;
import org.godwit.model.Step;

/** Reads the text of a path: {@code $.results[*]:i.name}, {@code @['any key'][0]}, {@code key(model)}. */
public final class PathParser {
    /** Words that mean something else and so cannot name a level. */
    static final Set<String> RESERVED =
            Set.of("and", "or", "not", "exists", "type", "true", "false", "null", "key", "pos", "file");
    /** What {@code file(…)} can tell. */
    static final List<String> FILE_FACTS = List.of("name", "stem", "path", "folder", "table");

    private final TextScanner in;
    private final Set<String> levels = new HashSet<>();

    PathParser(TextScanner in) {
        this.in = in;
    }

    /**
     * Reads a path.
     *
     * @throws PlanSyntaxException if the text is no path
     */
    public static PathExpr parse(String text) {
        TextScanner in = new TextScanner(text);
        PathExpr path = new PathParser(in).path();
        if (!in.atEnd()) {
            throw in.fault("plan.syntax.step");
        }
        return path;
    }

    /** Reads a path that may have other text behind it. */
    PathExpr path() {
        if (in.take("$")) {
            return new PathExpr(PathExpr.Root.DOCUMENT, "", steps());
        }
        if (in.take("@")) {
            return new PathExpr(PathExpr.Root.ROW, "", steps());
        }
        String word = in.word();
        if (word.isEmpty()) {
            throw in.fault("plan.syntax.root");
        }
        return switch (word) {
            case "key" -> call(PathExpr.Root.KEY, word);
            case "pos" -> call(PathExpr.Root.POSITION, word);
            case "file" -> call(PathExpr.Root.FILE, word);
            default -> new PathExpr(PathExpr.Root.LEVEL, levelName(), steps());
        };
    }

    private PathExpr call(PathExpr.Root root, String word) {
        in.require(word);
        in.require("(");
        String argument;
        if (root == PathExpr.Root.FILE) {
            argument = in.word();
            if (!FILE_FACTS.contains(argument)) {
                throw in.fault("plan.syntax.file", String.join(", ", FILE_FACTS));
            }
            in.require(argument);
        } else {
            argument = levelName();
        }
        in.require(")");
        return new PathExpr(root, argument, List.of());
    }

    private String levelName() {
        String name = in.word();
        if (name.isEmpty()) {
            throw in.fault("plan.syntax.level");
        }
        if (RESERVED.contains(name)) {
            throw in.fault("plan.syntax.reserved", name);
        }
        in.require(name);
        return name;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (in.peek() == '.' || in.peek() == '[') {
            steps.add(in.next() == '.' ? afterDot() : inBrackets());
        }
        return steps;
    }

    private Step afterDot() {
        if (in.take("*")) {
            return new Step.Entries(optionalLevel());
        }
        int start = in.position();
        while (!in.atEnd() && PathExpr.isPlainName(String.valueOf(in.peek()))) {
            in.next();
        }
        String key = in.since(start);
        if (key.isEmpty()) {
            throw in.fault("plan.syntax.key");
        }
        return new Step.Key(key);
    }

    private Step inBrackets() {
        Step step;
        if (in.take("*")) {
            in.require("]");
            return new Step.Elements(optionalLevel());
        } else if (in.peek() == '\'') {
            step = new Step.Key(in.quoted());
        } else {
            step = new Step.Index(index());
        }
        in.require("]");
        return step;
    }

    private int index() {
        int start = in.position();
        while (in.peek() >= '0' && in.peek() <= '9') {
            in.next();
        }
        String digits = in.since(start);
        if (digits.isEmpty() || digits.length() > 9) {
            in.back(start);
            throw in.fault("plan.syntax.bracket");
        }
        return Integer.parseInt(digits);
    }

    private String optionalLevel() {
        if (!in.take(":")) {
            return "";
        }
        int start = in.position();
        String name = levelName();
        if (!levels.add(name)) {
            in.back(start);
            throw in.fault("plan.syntax.levelTwice", name);
        }
        return name;
    }
}
