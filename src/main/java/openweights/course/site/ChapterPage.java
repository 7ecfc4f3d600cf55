package openweights.course.site;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.Html;
import openweights.course.lesson.Course;
import openweights.course.notebook.Cell;
import openweights.course.site.markup.CodeColors;
import openweights.course.site.markup.MarkupException;
import org.commonmark.node.Node;

/** A lesson or an exercise as a page. */
final class ChapterPage {

    private final Chapter chapter;
    private final ReadingOrder shelf;
    private final Destinations destinations;
    private final List<String> problems;

    /**
     * @param problems gets what of the chapter cannot be shown
     */
    ChapterPage(
            Chapter chapter, ReadingOrder shelf, Destinations destinations, List<String> problems) {
        this.chapter = chapter;
        this.shelf = shelf;
        this.destinations = destinations;
        this.problems = problems;
    }

    String html() throws IOException {
        StringBuilder main = new StringBuilder("<article>\n").append(eyebrow());
        for (Cell cell : chapter.notebook().cells()) {
            try {
                main.append(cell(cell));
            } catch (MarkupException e) {
                problems.add(
                        "%s, cell %s: holds %s"
                                .formatted(chapter.file(), cell.id(), e.getMessage()));
            }
        }
        main.append("</article>\n").append(exercises());
        return new PageFrame(
                        chapter.title(),
                        new TableOfContents(chapter.outline()).html(),
                        main.toString(),
                        shelf.before(chapter),
                        shelf.after(chapter))
                .html();
    }

    /** What a reader wants to know before the first line. */
    private String eyebrow() {
        if (chapter.isExercise()) {
            return "<p class=\"eyebrow\">Exercise · to be done in <code>%s.ipynb</code></p>\n"
                    .formatted(chapter.slug());
        }
        Course.Entry entry = shelf.entries().get(chapter.slug());
        String needs = entry == null ? "" : needs(entry);
        return "<p class=\"eyebrow\">Lesson" + needs + "</p>\n";
    }

    private String needs(Course.Entry entry) {
        String needs =
                shelf.lessons().stream()
                        .filter(each -> entry.needs().contains(Integer.parseInt(each.number())))
                        .map(each -> "<a href=\"%s\">%s</a>".formatted(each.page(), each.number()))
                        .collect(Collectors.joining(", "));
        return needs.isEmpty() ? "" : " · builds on " + needs;
    }

    private String cell(Cell cell) throws IOException {
        if (cell instanceof Cell.Code code) {
            return chapter.isExercise() && isHidden(code) ? folded(code) : code(code);
        }
        if (cell instanceof Cell.Markdown) {
            Node document = Objects.requireNonNull(chapter.texts().get(cell.id()));
            destinations.rewrite(chapter, document);
            return Prose.html(document, chapter.outline());
        }
        return "";
    }

    private static String code(Cell.Code cell) {
        String number = cell.executionCount() == null ? "" : " " + cell.executionCount();
        return "<div class=\"cell\">\n<p class=\"spoken\">Code%s:</p>\n<pre class=\"code\">%s</pre>\n%s</div>\n"
                .formatted(
                        number,
                        CodeColors.html(cell.source(), "java"),
                        Outputs.html(cell.outputs(), "Output" + number));
    }

    private static boolean isHidden(Cell.Code cell) {
        return cell.metadata().path("jupyter").path("source_hidden").asBoolean();
    }

    private static String folded(Cell.Code cell) {
        String first = cell.source().lines().findFirst().orElse("").replaceFirst("^//\\s*", "");
        Optional<String> question =
                Optional.of(cell.metadata().path("openweights").path("question").asText())
                        .filter(name -> !name.isEmpty());
        String summary = question.map(name -> "The tests of " + name).orElse(first);
        return "<details class=\"cell\">\n<summary>%s</summary>\n<pre class=\"code\">%s</pre>\n</details>\n"
                .formatted(Html.escape(summary), CodeColors.html(cell.source(), "java"));
    }

    private String exercises() {
        List<Chapter> exercises = chapter.isExercise() ? List.of() : shelf.exercisesOf(chapter);
        if (exercises.isEmpty()) {
            return "";
        }
        return "<aside class=\"exercises\" aria-label=\"Exercises\">\n<p>Exercises to this lesson:</p>\n<ul>\n"
                + exercises.stream().map(IndexPage::item).collect(Collectors.joining())
                + "</ul>\n</aside>\n";
    }
}
