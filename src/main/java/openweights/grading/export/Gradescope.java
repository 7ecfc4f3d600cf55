package openweights.grading.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Manual;

/**
 * A student's grade as Gradescope's {@code results.json}.
 *
 * <p>Gradescope gives the overall score precedence over the sum of the tests' scores, so the
 * deduction for lateness is applied there, and explained. Where a person has given points for a
 * question, a separate entry holds them, and the question's tests have no score.
 */
public final class Gradescope {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Gradescope() {}

    /** The file's content. */
    public static ObjectNode json(Grade grade) {
        Result result = grade.result();
        ObjectNode json = NODES.objectNode();
        json.put("score", grade.points());
        json.put("execution_time", (long) Math.ceil(result.seconds()));
        json.put("output", output(grade));
        json.put("output_format", "text");
        json.put("stdout_visibility", "hidden");
        ArrayNode tests = json.putArray("tests");
        result.questions().forEach(question -> question(grade, question, tests));
        ObjectNode more = json.putObject("extra_data");
        more.put("exercise", result.exercise()).put("version", result.version());
        more.put("sandbox", result.sandbox());
        return json;
    }

    private static String output(Grade grade) {
        List<String> lines = new ArrayList<>(grade.result().repairs());
        lines.addAll(grade.notes());
        if (grade.isOpen()) {
            lines.add("These points are not final: a person will review them.");
        }
        return String.join("\n", lines);
    }

    private static void question(Grade grade, String question, ArrayNode tests) {
        Manual given = grade.manual().get(question);
        if (given != null) {
            int max = grade.result().max(question);
            tests.add(
                    entry(question + ": given by a person", given.comment(), "visible")
                            .put("score", given.points())
                            .put("max_score", max)
                            .put("status", given.points() >= max ? "passed" : "failed"));
        }
        // Once a person has decided about a question, its tests that needed review are not shown.
        grade.result().tests().stream()
                .filter(test -> test.question().equals(question))
                .filter(test -> given == null || !test.verdict().isOpen())
                .forEach(test -> tests.add(test(test, given == null)));
    }

    private static ObjectNode test(TestResult test, boolean counts) {
        boolean named = test.tells() != Detail.POINTS;
        String message = test.tells() == Detail.MESSAGE ? "\n" + test.message() : "";
        ObjectNode json =
                entry(
                        named ? test.question() + ": " + test.name() : test.question(),
                        named ? test.verdict().label() + message : "",
                        visibility(test));
        json.put("status", test.verdict() == Verdict.PASS ? "passed" : "failed");
        if (counts) {
            json.put("score", test.points()).put("max_score", test.max());
        }
        return json;
    }

    private static ObjectNode entry(String name, String output, String visibility) {
        ObjectNode json = NODES.objectNode();
        json.put("name", name).put("name_format", "text");
        json.put("output", output).put("output_format", "text");
        return json.put("visibility", visibility);
    }

    /** What a hidden test says would help to guess, as long as students can hand in again. */
    private static String visibility(TestResult test) {
        return switch (test.when()) {
            case ALWAYS -> test.hidden() ? "after_published" : "visible";
            case AFTER_DUE -> "after_published";
            case NEVER -> "hidden";
        };
    }
}
