package openweights.course.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import org.commonmark.node.Node;

/**
 * A notebook that becomes a page, with its texts parsed.
 *
 * @param slug the notebook's name without {@code .ipynb}
 * @param isExercise whether it is a student's form of an exercise, which is never run
 * @param texts the trees of the Markdown cells by cell id
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

    /** Two digits: those of the lesson, also for its exercises. */
    String number() {
        return slug.replaceFirst("^exercise-", "").substring(0, 2);
    }

    String title() {
        return outline.title();
    }

    /** The title without the number that lessons have in front. */
    String name() {
        return title().replaceFirst("^\\d\\d · ", "");
    }

    /** The file's name in the site. */
    String page() {
        return slug + ".html";
    }

    /** As authors name the file. */
    String file() {
        return "notebooks/" + slug + ".ipynb";
    }
}
