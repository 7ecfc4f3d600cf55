package openweights.course.exercise.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.renderer.html.HtmlRenderer;

/** An exercise as one page of HTML that needs nothing else and looks well on paper. */
public final class PrintedExercise {

    /** The size of a sheet. */
    public enum Paper {
        A4,
        LETTER
    }

    private static final HtmlTemplate PAGE = HtmlTemplate.of(PrintedExercise.class, "print.html");

    private static final HtmlRenderer PROSE =
            HtmlRenderer.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .escapeHtml(true)
                    // Nobody can follow a link on paper.
                    .attributeProviderFactory(
                            context ->
                                    (node, tag, attributes) -> {
                                        if (node instanceof Link) {
                                            attributes.clear();
                                        }
                                    })
                    .build();

    private final Exercise exercise;
    private final Suite suite;
    private final boolean key;
    private int questions;

    private PrintedExercise(Exercise original, boolean key) {
        exercise = Variation.of(original, "").exercise();
        suite = Suite.of(original);
        this.key = key;
    }

    /**
     * The page.
     *
     * @param key whether it has solutions and how they are graded; otherwise nothing of hidden
     *     tests is in it
     */
    public static String html(Exercise exercise, boolean key, Paper paper) {
        return new PrintedExercise(exercise, key).page(paper);
    }

    private String page(Paper paper) {
        List<Map<String, Object>> parts = new ArrayList<>();
        exercise.parts().forEach(part -> parts.add(part(part)));
        Map<String, Object> values = new HashMap<>();
        values.put("title", exercise.title());
        values.put("paper", paper.name().toLowerCase(Locale.ROOT));
        values.put("minutes", "" + exercise.minutes());
        values.put("points", "" + exercise.points());
        values.put("key", key);
        values.put("parts", parts);
        values.put("explains", !key && parts.stream().anyMatch(PrintedExercise::hasExamples));
        return PAGE.fill(values);
    }

    private static boolean hasExamples(Map<String, Object> part) {
        return Boolean.TRUE.equals(part.get("has_examples"));
    }

    private Map<String, Object> part(ExerciseCell part) {
        Map<String, Object> values = new HashMap<>();
        values.put("is_question", part instanceof ExerciseCell.Answer);
        if (part instanceof ExerciseCell.Text text) {
            values.put("markup", PROSE.render(MarkdownTree.parse(text.markdown())));
        } else if (part instanceof ExerciseCell.Given given) {
            values.put("markup", Listing.of(given.source()));
        } else if (part instanceof ExerciseCell.Answer answer) {
            question(answer, values);
        }
        return values;
    }

    private void question(ExerciseCell.Answer answer, Map<String, Object> values) {
        List<TestCase> plan = suite.plan(answer.question());
        questions++;
        values.put("number", "" + questions);
        values.put("worth", answer.points() == 1 ? "1 point" : answer.points() + " points");
        List<Map<String, String>> examples = Examples.of(exercise, plan);
        values.put("has_examples", !key && !examples.isEmpty());
        values.put("examples", examples);
        values.put("tests", Key.tests(key ? plan : List.of()));
        values.put("mistakes", key ? Key.mistakes(exercise, answer) : List.of());
        values.put(
                "markup",
                key
                        ? Listing.of(withoutAnchor(answer.solution()))
                        : Listing.toComplete(
                                withoutAnchor(answer.starter()), withoutAnchor(answer.solution())));
    }

    /** The first line of an answer marks its cell, which paper does not have. */
    private static String withoutAnchor(String source) {
        return source.substring(source.indexOf('\n') + 1);
    }
}
