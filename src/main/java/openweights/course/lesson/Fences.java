package openweights.course.lesson;

import java.util.List;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Fenced blocks: which ones are cells, and what is wrong with any of them. */
final class Fences {

    private Fences() {}

    /** Whether a fence at the left margin becomes a code cell. */
    static boolean isCell(FencedCodeBlock fence) {
        return isJava(fence) && !words(fence).contains("static");
    }

    static boolean isJava(FencedCodeBlock fence) {
        return words(fence).get(0).equals("java");
    }

    static void check(Node document, Problems problems) {
        checkWithinText(document, problems);
        for (FencedCodeBlock fence : MarkdownTree.all(document, FencedCodeBlock.class)) {
            int line = MarkdownTree.line(fence);
            if (fence.getClosingFenceLength() == null) {
                problems.add(
                        line,
                        "this fence is not closed. End the block with a line "
                                + fence.getFenceCharacter().repeat(fence.getOpeningFenceLength())
                                + ".");
            }
            if (isCell(fence) && !(fence.getParent() instanceof Document)) {
                problems.add(
                        line,
                        "a java block inside a list or a quote cannot be a cell. Move it to the left margin, or write ```java static to show it only.");
            }
            if (isJava(fence) && !isCell(fence)) {
                CodeAttributes.parse(fence.getInfo(), line, problems);
            }
        }
    }

    /** A fence in the middle of a line is text, and what was to close it opens a block. */
    private static void checkWithinText(Node document, Problems problems) {
        for (Text text : MarkdownTree.all(document, Text.class)) {
            if (text.getLiteral().contains("```")) {
                problems.add(
                        MarkdownTree.line(text),
                        "this fence stands in the middle of a line. Begin a new line before it.");
            }
        }
    }

    /** Removes the attributes of static blocks, so that readers see only {@code java}. */
    static void edit(Node document, String text, Edits edits) {
        for (FencedCodeBlock fence : MarkdownTree.all(document, FencedCodeBlock.class)) {
            if (isJava(fence) && !isCell(fence)) {
                int open = fence.getSourceSpans().get(0).getInputIndex();
                int end = text.indexOf('\n', open);
                int word = text.indexOf("java", open) + "java".length();
                edits.replace(word, end < 0 ? text.length() : end, "");
            }
        }
    }

    private static List<String> words(FencedCodeBlock fence) {
        return List.of(fence.getInfo().strip().split("\\s+"));
    }
}
