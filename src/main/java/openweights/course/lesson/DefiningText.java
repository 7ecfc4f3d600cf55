package openweights.course.lesson;

import java.util.List;
import java.util.Optional;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/**
 * The place where a lesson defines a term: its first emphasis outside the list of what the lesson
 * teaches, which stands before the first section.
 *
 * @param heading the words of the heading above
 * @param paragraph the Markdown around the term, on one line
 * @param at where in the paragraph the emphasized term begins
 */
record DefiningText(String heading, String paragraph, int at) {

    /**
     * @param source the lesson's Markdown
     * @param text the term as it is emphasized
     */
    static Optional<DefiningText> find(String source, String text) {
        Node document = MarkdownTree.parse(source);
        return emphasis(List.of(document), text).flatMap(found -> of(document, source, found));
    }

    /**
     * Finds the emphasis of a term.
     *
     * @param documents the lesson as one document or as several, such as the cells of a notebook
     */
    static Optional<Emphasis> emphasis(List<Node> documents, String text) {
        boolean begun = false;
        for (Node document : documents) {
            for (Node block : MarkdownTree.children(document)) {
                begun |= block instanceof Heading heading && heading.getLevel() > 1;
                if (begun || !(block instanceof ListBlock)) {
                    Optional<Emphasis> found =
                            MarkdownTree.all(block, Emphasis.class).stream()
                                    .filter(each -> MarkdownTree.words(each).equals(text))
                                    .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a lesson has a section with this heading. */
    static boolean hasHeading(String source, String words) {
        return MarkdownTree.all(MarkdownTree.parse(source), Heading.class).stream()
                .anyMatch(heading -> MarkdownTree.words(heading).equals(words));
    }

    private static Optional<DefiningText> of(Node document, String source, Emphasis emphasis) {
        Node block = emphasis;
        while (block != null && !(block instanceof Paragraph)) {
            block = block.getParent();
        }
        if (block == null) {
            return Optional.empty();
        }
        int term = emphasis.getSourceSpans().get(0).getInputIndex();
        StringBuilder paragraph = new StringBuilder();
        int at = 0;
        for (SourceSpan line : block.getSourceSpans()) {
            paragraph.append(paragraph.isEmpty() ? "" : " ");
            int end = line.getInputIndex() + line.getLength();
            if (line.getInputIndex() <= term && term < end) {
                at = paragraph.length() + term - line.getInputIndex();
            }
            paragraph.append(source, line.getInputIndex(), end);
        }
        return Optional.of(new DefiningText(heading(document, block), paragraph.toString(), at));
    }

    private static String heading(Node document, Node block) {
        String words = "";
        for (Heading heading : MarkdownTree.all(document, Heading.class)) {
            if (MarkdownTree.line(heading) < MarkdownTree.line(block)) {
                words = MarkdownTree.words(heading);
            }
        }
        return words;
    }

    /**
     * The sentence with the term, and as many of the paragraph's sentences around it.
     *
     * @param before how many sentences before it
     * @param after how many sentences after it
     */
    String sentences(int before, int after) {
        return Sentences.around(paragraph, at, before, after);
    }
}
