package openweights.course.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import openweights.course.markdown.Anchors;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Checks the links and images of a lesson and rewrites them for a notebook in {@code notebooks/}.
 *
 * <p>A link to {@code NN-slug.md} becomes one to {@code NN-slug.ipynb}, and a file next to the
 * lesson is reached through {@code ../lessons/}. Links that begin with {@code ../} are the same in
 * both folders.
 */
final class Links {

    private final Path lessons;
    private final String text;
    private final Problems problems;

    private final Edits edits;

    private Links(Path lessons, String text, Edits edits, Problems problems) {
        this.lessons = lessons;
        this.text = text;
        this.edits = edits;
        this.problems = problems;
    }

    /** Adds the edits that rewrite each link. They add and remove no lines. */
    static void edit(Path lessons, Node document, String text, Edits edits, Problems problems) {
        Links links = new Links(lessons, text, edits, problems);
        MarkdownTree.all(document, Link.class)
                .forEach(link -> links.visit(link, link.getDestination()));
        MarkdownTree.all(document, Image.class)
                .forEach(image -> links.visit(image, image.getDestination()));
        MarkdownTree.all(document, LinkReferenceDefinition.class)
                .forEach(definition -> links.visit(definition, definition.getDestination()));
    }

    private void visit(Node node, String destination) {
        if (destination.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*")) {
            return;
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        Path target = lessons.resolve(path).normalize();
        if (!path.isEmpty() && !Files.exists(target)) {
            problems.add(
                    MarkdownTree.line(node),
                    "the link to \""
                            + path
                            + "\" is broken: there is no such file next to the lesson. Correct the name, or create the file.");
            return;
        }
        boolean toLesson = path.matches("\\d\\d-[a-z0-9-]+\\.md");
        if (!anchor.isEmpty() && (path.isEmpty() || toLesson)) {
            anchor = anchor(node, path.isEmpty() ? text : read(target), destination, anchor);
        }
        replace(node, destination, fromNotebooks(path, toLesson) + (hash < 0 ? "" : "#" + anchor));
    }

    private static String fromNotebooks(String path, boolean toLesson) {
        if (toLesson) {
            return path.replaceFirst("\\.md$", ".ipynb");
        }
        return path.isEmpty() || path.startsWith("../") ? path : "../lessons/" + path;
    }

    private String anchor(Node node, String target, String destination, String anchor) {
        Map<String, String> anchors = Anchors.of(target);
        if (!anchors.containsKey(anchor)) {
            problems.add(
                    MarkdownTree.line(node),
                    "the link to \""
                            + destination
                            + "\" names a heading that does not exist. Headings there: "
                            + String.join(", ", anchors.keySet())
                            + ".");
        }
        return anchors.getOrDefault(anchor, anchor);
    }

    private void replace(Node node, String from, String to) {
        if (node.getSourceSpans().isEmpty() || from.equals(to)) {
            return;
        }
        SourceSpan first = node.getSourceSpans().get(0);
        SourceSpan last = node.getSourceSpans().get(node.getSourceSpans().size() - 1);
        int end = last.getInputIndex() + last.getLength();
        String source = text.substring(first.getInputIndex(), end);
        // The destination follows the link text, which may contain the same characters.
        int words = Math.max(0, Math.max(source.lastIndexOf("]("), source.indexOf("]:")));
        int at = source.indexOf(from, words);
        if (at >= 0) {
            int start = first.getInputIndex() + at;
            edits.replace(start, start + from.length(), to);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read.", e);
        }
    }
}
