package openweights.course.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import org.commonmark.node.Node;

/**
 * A notebook that becomes a page, with its Markdown parsed.
 *
 * @param slug the notebook's name without {@code .ipynb}
 * @param isExercise whether it is the student version of an exercise, which is never run
 * @param texts the parsed Markdown cells, by cell id
 */
record Chapter(
        String slug,
        boolean isExercise,
        Notebook notebook,
        Map<String, Node> texts,
        Outline outline) {

    static Chapter lesson(String slug, Notebook notebook) {
        return of(slug, false, notebook);
    }

    static Chapter exercise(String slug, Notebook notebook) {
        return of(slug, true, notebook);
    }

    private static Chapter of(String slug, boolean isExercise, Notebook notebook) {
        Map<String, Node> texts = new LinkedHashMap<>();
        List<Node> documents = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            if (cell instanceof Cell.Markdown) {
                Node document = Prose.parse(cell.source());
                texts.put(cell.id(), document);
                documents.add(document);
            }
        }
        return new Chapter(slug, isExercise, notebook, texts, Outline.of(documents));
    }

    /** The two digits of the lesson; an exercise has those of its lesson. */
    String number() {
        return slug.replaceFirst("^exercise-", "").substring(0, 2);
    }

    String title() {
        return outline.title();
    }

    /** The title without the number with which lessons begin. */
    String name() {
        return title().replaceFirst("^\\d\\d · ", "");
    }

    /** The name of the page's file in the site. */
    String page() {
        return slug + ".html";
    }

    /** The values of a link to this page, for templates. */
    Map<String, Object> link() {
        return Map.of("page", page(), "title", title(), "name", name());
    }

    /** The notebook's path in the project, for messages. */
    String file() {
        return "notebooks/" + slug + ".ipynb";
    }
}
