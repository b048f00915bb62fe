package org.godwit.analysis.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** An SVG by Batik, put right: families that every viewer has, no character that XML forbids, a title. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";
    private static final char UNKNOWN = '\uFFFD';

    private SvgFile() {}

    static void write(Drawing drawing, Writer to) throws IOException {
        Document document = document();
        SVGGraphics2D g = new SVGGraphics2D(document);
        g.setSVGCanvasSize(new java.awt.Dimension(drawing.width(), drawing.height()));
        drawing.draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttributeNS(null, "role", "img");
        if (!drawing.title().isEmpty()) {
            Element title = document.createElementNS(SVG, "title");
            title.appendChild(document.createTextNode(drawing.title()));
            root.insertBefore(title, root.getFirstChild());
        }
        putRight(root);
        g.dispose();
        write(root, to);
    }

    // Batik itself would write a document type, for which readers ask the network.
    private static void write(Element root, Writer to) throws IOException {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            writer.transform(new DOMSource(root), new StreamResult(to));
        } catch (TransformerException e) {
            throw new IOException(e.getMessageAndLocation(), e);
        }
        to.flush();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void putRight(Node from) {
        List<Node> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (node instanceof Element element && element.hasAttribute("font-family")) {
                element.setAttribute("font-family", FAMILIES);
            }
            if (node instanceof Text text) {
                text.setData(allowed(text.getData()));
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                open.add(child);
            }
        }
    }

    /** Returns a text with every character that XML 1.0 cannot hold replaced. */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean good = c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < '\uFFFE') || Character.isSupplementaryCodePoint(c);
            allowed.appendCodePoint(good ? c : UNKNOWN);
        });
        return allowed.toString();
    }
}
