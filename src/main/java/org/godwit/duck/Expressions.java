package org.godwit.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * DuckDB's reading of conditions: it takes them apart, and runs nothing. A database in memory, opened when first asked
 * for and kept, does it; from there nothing can be reached. Thread-safe.
 */
public final class Expressions {
    // What people write is far shorter; what is longer could be meant to bring a parser down.
    private static final int LONGEST = 4_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Session session;
    private final Set<String> reserved = new HashSet<>();

    private Expressions(Session session) {
        this.session = session;
        session.texts("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'").forEach(row -> reserved.add(row.get(0)));
    }

    /** Opened with the first question, so that who asks none needs no native library. */
    private static final class Opened {
        private static final Expressions ONE = new Expressions(open());

        private Opened() {}

        private static Session open() {
            Properties properties = LockedDown.properties();
            properties.setProperty("memory_limit", "200MB");
            properties.setProperty("threads", "1");
            try {
                DuckDBConnection opened = Connections.open(Path.of(""), properties);
                LockedDown.lock(opened, List.of());
                return new Session(opened);
            } catch (SQLException e) {
                throw DuckErrors.failed(e, null, "open");
            }
        }
    }

    /** Returns the tree of a condition; nothing if it is none, or more than one. */
    public static Optional<SyntaxNode> condition(String sql) {
        return sql.length() > LONGEST ? Optional.empty() : Opened.ONE.tree(sql);
    }

    /** Returns whether a name means itself without quotes. */
    public static boolean isWord(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !Opened.ONE.reserved.contains(name.toLowerCase(Locale.ROOT));
    }

    private Optional<SyntaxNode> tree(String sql) {
        String literal;
        try {
            literal = Sql.literal("SELECT 1 WHERE " + sql);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String json;
        synchronized (session) {
            json = session.texts("SELECT json_serialize_sql(" + literal + ")").get(0).get(0);
        }
        SyntaxNode whole;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            whole = node(parser, parser.nextToken());
        } catch (JacksonException e) {
            // Nested deeper than any condition that a person has written.
            return Optional.empty();
        }
        List<SyntaxNode> statements = whole.list("statements");
        SyntaxNode select = statements.size() == 1 ? statements.get(0).at("node") : SyntaxNode.NOTHING;
        boolean alone = select.text("type").equals("SELECT_NODE")
                && select.list("modifiers").isEmpty()
                && select.list("select_list").size() == 1
                && select.at("from_table").text("type").equals("EMPTY")
                && select.list("group_expressions").isEmpty()
                && select.list("group_sets").isEmpty()
                && List.of("having", "sample", "qualify").stream().allMatch(clause -> select.at(clause).isEmpty());
        return alone ? Optional.of(select.at("where_clause")).filter(condition -> !condition.isEmpty()) : Optional.empty();
    }

    private static SyntaxNode node(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            Map<String, SyntaxNode> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                members.put(name, node(parser, parser.nextToken()));
            }
            return new SyntaxNode(members, List.of(), "");
        }
        if (token == JsonToken.START_ARRAY) {
            List<SyntaxNode> elements = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                elements.add(node(parser, next));
            }
            return new SyntaxNode(Map.of(), elements, "");
        }
        return token == JsonToken.VALUE_NULL ? SyntaxNode.NOTHING : new SyntaxNode(Map.of(), List.of(), parser.getString());
    }
}
