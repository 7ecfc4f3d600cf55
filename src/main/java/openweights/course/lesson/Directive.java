package openweights.course.lesson;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/** Directives to the lesson compiler, written as HTML comments on lines of their own. */
final class Directive {

    private static final String KNOWN =
            "<!-- cell -->, <!-- region: openweights/…/Name.java#region -->, <!-- note: … -->";
    private static final Pattern COMMENT =
            Pattern.compile("\\s*<!--(.*?)-->\\s*(.*)", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("region:\\s*([\\w/.-]+\\.java)#([\\w-]+)");

    private Directive() {}

    static boolean isComment(HtmlBlock html) {
        return html.getLiteral().strip().startsWith("<!--");
    }

    /** The block that a directive stands for; empty for a note and for a malformed directive. */
    static Optional<Block> parse(HtmlBlock html, Problems problems) {
        int line = MarkdownTree.line(html);
        Matcher comment = COMMENT.matcher(html.getLiteral());
        if (!comment.matches()) {
            problems.add(line, "this comment is not closed. End it with -->.");
            return Optional.empty();
        }
        if (!comment.group(2).isEmpty()) {
            problems.add(
                    line,
                    "a directive needs a line of its own, but it is followed by \""
                            + comment.group(2).strip()
                            + "\".");
        }
        return block(comment.group(1).strip(), line, problems);
    }

    private static Optional<Block> block(String order, int line, Problems problems) {
        Matcher region = REGION.matcher(order);
        if (order.equals("cell")) {
            return Optional.of(new Block.Break(line));
        }
        if (region.matches()) {
            return Optional.of(new Block.Region(line, region.group(1), region.group(2)));
        }
        if (!order.startsWith("note:")) {
            problems.add(
                    line,
                    "unknown directive \""
                            + order.lines().findFirst().orElse("")
                            + "\". Known: "
                            + KNOWN
                            + ".");
        }
        return Optional.empty();
    }

    /** Reports comments in places where the compiler would overlook them. */
    static void checkPlacement(Node document, Problems problems) {
        for (HtmlInline inline : MarkdownTree.all(document, HtmlInline.class)) {
            if (inline.getLiteral().startsWith("<!--")) {
                misplaced(MarkdownTree.line(inline), problems);
            }
        }
        for (HtmlBlock html : MarkdownTree.all(document, HtmlBlock.class)) {
            boolean read = isComment(html) && html.getParent() instanceof Document;
            int at = html.getLiteral().indexOf("<!--");
            if (!read && at >= 0) {
                misplaced(MarkdownTree.line(html, html.getLiteral(), at), problems);
            }
        }
    }

    private static void misplaced(int line, Problems problems) {
        problems.add(
                line,
                "a comment inside other text is not read as a directive. Put it on a line of its own at the left margin.");
    }
}
