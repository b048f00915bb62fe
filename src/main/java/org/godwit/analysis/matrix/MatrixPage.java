package org.godwit.analysis.matrix;

import java.util.Locale;
import org.godwit.engine.text.Messages;

/** A matrix as one HTML file that needs nothing else: no script, no address, a policy that forbids both. */
final class MatrixPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            """;
    private static final String STYLE = """
            body { font: 14px/1.45 system-ui, sans-serif; margin: 24px; color: #1b2227; background: #fff; }
            p { color: #57636c; margin: 2px 0; }
            .frame { overflow: auto; max-height: 85vh; margin: 16px 0; }
            table { border-collapse: separate; border-spacing: 2px; }
            thead th { position: sticky; top: 0; background: #fff; z-index: 1; padding: 4px 8px; }
            tbody th { position: sticky; left: 0; background: #fff; text-align: right; font-weight: normal; padding: 2px 10px 2px 0; }
            tbody th.group { text-align: left; color: #57636c; padding-top: 10px; }
            td { text-align: center; padding: 3px 8px; border-radius: 3px; white-space: nowrap; font-size: 13px; }
            td.untested { box-shadow: inset 0 0 0 1px #dde3e7; }
            td.marked { outline: 1.5px dashed currentColor; outline-offset: -3px; }
            ul { list-style: none; padding: 0; }
            li { margin: 4px 0; }
            li span { display: inline-block; width: 22px; text-align: center; border-radius: 3px; margin-right: 8px; border: 1px solid #dde3e7; }
            @media (prefers-color-scheme: dark) {
              body, thead th, tbody th { background: #12171e; color: #dfe6ea; }
              p, tbody th.group { color: #9aa6ae; }
            }
            """;

    private MatrixPage() {}

    static String html(Arrangement look) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<title>").append(escaped(look.matrix().spec().title())).append("</title>\n<style>\n").append(STYLE);
        for (State state : State.values()) {
            int fill = Palette.fill(state);
            page.append('.').append(style(state)).append(" { background: ").append(hex(fill)).append("; color: ").append(hex(Palette.ink(fill))).append("; }\n");
        }
        page.append("</style>\n</head>\n<body>\n<h1>").append(escaped(look.matrix().spec().title())).append("</h1>\n");
        paragraph(page, MatrixWords.source(look.matrix()));
        paragraph(page, MatrixWords.results(look));
        paragraph(page, MatrixWords.rule(look));
        table(page, look);
        legend(page, look);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder page, Arrangement look) {
        page.append("<div class=\"frame\">\n<table>\n<thead><tr><td></td>");
        for (int c = 0; c < look.columnCount(); c++) {
            page.append("<th scope=\"col\">").append(escaped(look.column(c).label())).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (int r = 0; r < look.rowCount(); r++) {
            if (look.startsGroup(r)) {
                String group = look.row(r).group().isEmpty() ? Messages.get("matrix.group.none") : look.row(r).group();
                page.append("<tr><th class=\"group\" colspan=\"").append(look.columnCount() + 1).append("\">").append(escaped(group)).append("</th></tr>\n");
            }
            page.append("<tr><th scope=\"row\">").append(escaped(look.row(r).label())).append("</th>");
            for (int c = 0; c < look.columnCount(); c++) {
                square(page, look, r, c);
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n");
    }

    private static void square(StringBuilder page, Arrangement look, int row, int column) {
        Square square = look.square(row, column);
        if (square.blank()) {
            page.append("<td></td>");
            return;
        }
        page.append("<td class=\"").append(style(square.state())).append(square.marked() ? " marked" : "").append('"');
        if (square.value() != null) {
            int fill = Palette.shade(square.shade());
            page.append(" style=\"background: ").append(hex(fill)).append("; color: ").append(hex(Palette.ink(fill))).append('"');
        }
        page.append(" title=\"").append(escaped(String.join("\n", MatrixWords.lines(look, row, column)))).append("\">");
        page.append(escaped(square.words())).append("</td>");
    }

    private static void legend(StringBuilder page, Arrangement look) {
        page.append("<ul>\n");
        for (State state : MatrixWords.legend(look)) {
            page.append("<li><span class=\"").append(style(state)).append("\">").append(state.glyph().isEmpty() ? "&nbsp;" : state.glyph()).append("</span>")
                    .append(escaped(MatrixWords.legend(look, state))).append("</li>\n");
        }
        if (look.look().withSimulated()) {
            page.append("<li><span>~</span>").append(escaped(Messages.get("matrix.marked"))).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String style(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n' -> safe.append("&#10;");
                default -> safe.appendCodePoint(Character.isISOControl(c) ? 0xfffd : c);
            }
        });
        return safe.toString();
    }
}
