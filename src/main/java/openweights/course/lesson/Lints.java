package openweights.course.lesson;

import java.util.List;
import java.util.regex.Pattern;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** The course's own rules for lessons, which valid Markdown may still break. */
final class Lints {

    private static final Pattern DOWNLOAD =
            Pattern.compile(
                    "(?m)^\\s*(%%?(?:maven\\w*|addMaven\\w*|load\\w*|jars|classpath))\\b.*");
    private static final Pattern HTML_IMAGE = Pattern.compile("<img\\b[^>]*>");
    private static final Pattern HTML_ALT = Pattern.compile("\\balt\\s*=\\s*[\"']\\s*[^\"'\\s]");

    private Lints() {}

    static void check(Course.Entry entry, Node document, List<Block> blocks, Problems problems) {
        title(entry, document, problems);
        levels(document, problems);
        pictures(document, problems);
        Predictions.check(document, blocks, problems);
        downloads(blocks, problems);
    }

    private static void title(Course.Entry entry, Node document, Problems problems) {
        String wanted = entry.number() + " · " + entry.title();
        Node first = document.getFirstChild();
        boolean correct =
                first instanceof Heading heading
                        && heading.getLevel() == 1
                        && MarkdownTree.line(heading) == 1
                        && MarkdownTree.words(heading).equals(wanted);
        if (!correct) {
            problems.add(
                    1,
                    "the first line must be \"# "
                            + wanted
                            + "\", as in lessons/course.yaml. Change one or the other.");
        }
    }

    private static void levels(Node document, Problems problems) {
        int before = 0;
        for (Heading heading : MarkdownTree.all(document, Heading.class)) {
            int level = heading.getLevel();
            if (level == 1 && before > 0) {
                problems.add(
                        MarkdownTree.line(heading),
                        "a second heading of level 1. A lesson has only one; write ## here.");
            } else if (level > before + 1 && before > 0) {
                problems.add(
                        MarkdownTree.line(heading),
                        "a heading of level "
                                + level
                                + " follows one of level "
                                + before
                                + ". Write "
                                + "#".repeat(before + 1)
                                + " here.");
            }
            before = level;
        }
    }

    private static void pictures(Node document, Problems problems) {
        for (Image image : MarkdownTree.all(document, Image.class)) {
            if (MarkdownTree.words(image).isEmpty()) {
                withoutAlt(MarkdownTree.line(image), image.getDestination(), problems);
            }
        }
        MarkdownTree.all(document, HtmlBlock.class)
                .forEach(html -> htmlPictures(html, html.getLiteral(), problems));
        MarkdownTree.all(document, HtmlInline.class)
                .forEach(html -> htmlPictures(html, html.getLiteral(), problems));
    }

    private static void htmlPictures(Node node, String html, Problems problems) {
        HTML_IMAGE
                .matcher(html)
                .results()
                .filter(image -> !HTML_ALT.matcher(image.group()).find())
                .forEach(
                        image ->
                                withoutAlt(
                                        MarkdownTree.line(node, html, image.start()),
                                        image.group(),
                                        problems));
    }

    private static void withoutAlt(int line, String picture, Problems problems) {
        problems.add(
                line,
                "the picture "
                        + picture
                        + " has no alt text. Say what a reader who cannot see the picture needs to know.");
    }

    private static void downloads(List<Block> blocks, Problems problems) {
        for (Block block : blocks) {
            if (block instanceof Block.Code code) {
                DOWNLOAD.matcher(code.source())
                        .results()
                        .forEach(
                                magic ->
                                        problems.add(
                                                code.line()
                                                        + 1
                                                        + MarkdownTree.newlines(
                                                                code.source(), magic.start(1)),
                                                magic.group(1)
                                                        + " loads code while the lesson is running. Add the library to pom.xml instead."));
            }
        }
    }
}
