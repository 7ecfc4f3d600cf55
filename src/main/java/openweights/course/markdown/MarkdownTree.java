package openweights.course.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Queries on a commonmark tree. */
public final class MarkdownTree {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private MarkdownTree() {}

    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** The line where a node begins, counted from 1. */
    public static int line(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.getSourceSpans().isEmpty()) {
                return each.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }

    /** The line of a position in a node's literal text, counted from 1. */
    public static int line(Node node, String literal, int at) {
        return line(node) + newlines(literal, at);
    }

    /** The number of line breaks before a position in a text. */
    public static int newlines(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** The last line of a block, counted from 1. */
    public static int lastLine(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.get(spans.size() - 1).getLineIndex() + 1;
    }

    /** The text of a heading or of an image's description, without markup. */
    public static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node each : all(node, Node.class)) {
            if (each instanceof Text text) {
                words.append(text.getLiteral());
            } else if (each instanceof Code code) {
                words.append(code.getLiteral());
            }
        }
        return words.toString().strip();
    }

    /** The children of a node. */
    public static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** All descendants of a type, in document order. */
    public static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Node child : children(root)) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            found.addAll(all(child, type));
        }
        return found;
    }
}
