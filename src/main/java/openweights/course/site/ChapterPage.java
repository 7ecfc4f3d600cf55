package openweights.course.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.base.HtmlTemplate;
import openweights.course.lesson.Course;
import openweights.course.notebook.Cell;
import openweights.course.site.markup.CodeColors;
import openweights.course.site.markup.MarkupException;
import org.commonmark.node.Node;

/** A lesson or an exercise as a page. */
final class ChapterPage {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(ChapterPage.class, "chapter.html");

    private final Chapter chapter;
    private final ReadingOrder order;
    private final Destinations destinations;
    private final List<String> problems;

    /**
     * @param problems receives what in the chapter cannot be shown
     */
    ChapterPage(
            Chapter chapter, ReadingOrder order, Destinations destinations, List<String> problems) {
        this.chapter = chapter;
        this.order = order;
        this.destinations = destinations;
        this.problems = problems;
    }

    String html() throws IOException {
        List<Chapter> exercises = chapter.isExercise() ? List.of() : order.exercisesOf(chapter);
        Map<String, Object> values = new HashMap<>();
        values.put("is_exercise", chapter.isExercise());
        values.put("slug", chapter.slug());
        values.put("needs", needs());
        values.put("cells", cells());
        values.put("has_exercises", !exercises.isEmpty());
        values.put("exercises", exercises.stream().map(Chapter::link).toList());
        return new PageFrame(
                        chapter.title(),
                        chapter.outline(),
                        TEMPLATE.fill(values),
                        order.before(chapter),
                        order.after(chapter))
                .html();
    }

    /** The lessons that this one builds on. */
    private List<Map<String, Object>> needs() {
        Course.Entry entry = order.entries().get(chapter.slug());
        List<Map<String, Object>> needs = new ArrayList<>();
        for (Chapter lesson : order.lessons()) {
            if (entry != null && entry.needs().contains(Integer.parseInt(lesson.number()))) {
                String separator = needs.isEmpty() ? " · builds on " : ", ";
                needs.add(
                        Map.of(
                                "separator",
                                separator,
                                "page",
                                lesson.page(),
                                "number",
                                lesson.number()));
            }
        }
        return needs;
    }

    private List<Map<String, Object>> cells() throws IOException {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Cell cell : chapter.notebook().cells()) {
            try {
                cells.add(cell(cell));
            } catch (MarkupException e) {
                problems.add(
                        "%s, cell %s: contains %s"
                                .formatted(chapter.file(), cell.id(), e.getMessage()));
            }
        }
        return cells;
    }

    private Map<String, Object> cell(Cell cell) throws IOException {
        Map<String, Object> values = new HashMap<>();
        boolean folded = cell instanceof Cell.Code code && chapter.isExercise() && isHidden(code);
        values.put("is_text", cell instanceof Cell.Markdown);
        values.put("is_folded", folded);
        values.put("is_code", cell instanceof Cell.Code && !folded);
        if (cell instanceof Cell.Markdown) {
            values.put("markup", text(cell));
        } else if (cell instanceof Cell.Code code) {
            String number = code.executionCount() == null ? "" : " " + code.executionCount();
            values.put("number", number);
            values.put("markup", CodeColors.html(code.source(), "java"));
            values.put("outputs", folded ? "" : Outputs.html(code.outputs(), "Output" + number));
            values.put("summary", summary(code));
        }
        return values;
    }

    private String text(Cell cell) throws IOException {
        Node document = Objects.requireNonNull(chapter.texts().get(cell.id()));
        destinations.rewrite(chapter, document);
        return Prose.html(document, chapter.outline()).stripTrailing();
    }

    private static boolean isHidden(Cell.Code cell) {
        return cell.metadata().path("jupyter").path("source_hidden").asBoolean();
    }

    /** What a reader sees of a cell that is folded. */
    private static String summary(Cell.Code cell) {
        String question = cell.metadata().path("openweights").path("question").asText();
        return question.isEmpty()
                ? cell.source().lines().findFirst().orElse("").replaceFirst("^//\\s*", "")
                : "The tests of " + question;
    }
}
