package openweights.course.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/**
 * Divides a lesson at its headings, {@code java} fences and directives. The text between them is
 * left unchanged.
 */
final class LessonParser {

    private final List<String> lines;
    private final Problems problems;
    private final List<Block> blocks = new ArrayList<>();

    /** Index of the first line that is not in a block yet. */
    private int next;

    private LessonParser(String text, Problems problems) {
        this.lines = Arrays.asList(text.split("\n", -1));
        this.problems = problems;
    }

    /**
     * The blocks of a lesson.
     *
     * @param document the parsed lesson
     * @param text the lesson's text, possibly edited without adding or removing lines
     */
    static List<Block> blocks(Node document, String text, Problems problems) {
        LessonParser parser = new LessonParser(text, problems);
        MarkdownTree.children(document).forEach(parser::topLevel);
        parser.prose(parser.lines.size());
        return parser.blocks;
    }

    private void topLevel(Node node) {
        if (node instanceof Heading heading) {
            String markdown = String.join("\n", cut(heading));
            blocks.add(
                    new Block.Heading(
                            MarkdownTree.line(heading),
                            heading.getLevel(),
                            MarkdownTree.words(heading),
                            markdown));
        } else if (node instanceof FencedCodeBlock fence && Fences.isCell(fence)) {
            cut(fence);
            code(fence);
        } else if (node instanceof HtmlBlock html && Directive.isComment(html)) {
            cut(html);
            Directive.parse(html, problems).ifPresent(blocks::add);
        }
    }

    private void code(FencedCodeBlock fence) {
        int line = MarkdownTree.line(fence);
        CodeAttributes attributes = CodeAttributes.parse(fence.getInfo(), line, problems);
        String source = fence.getLiteral().stripTrailing();
        if (source.isBlank()) {
            problems.add(line, "this code cell is empty. Write its code or remove it.");
        }
        blocks.add(new Block.Code(line, attributes, source));
    }

    /** Ends the prose before a node and returns the node's lines. */
    private List<String> cut(Node node) {
        int first = MarkdownTree.line(node) - 1;
        prose(first);
        next = MarkdownTree.lastLine(node);
        return lines.subList(first, next);
    }

    private void prose(int end) {
        int start = next;
        while (start < end && lines.get(start).isBlank()) {
            start++;
        }
        String markdown = String.join("\n", lines.subList(start, end)).stripTrailing();
        if (!markdown.isEmpty()) {
            blocks.add(new Block.Prose(start + 1, markdown));
        }
        next = end;
    }
}
