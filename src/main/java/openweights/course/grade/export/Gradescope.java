package openweights.course.grade.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import openweights.course.exercise.test.Feedback.Detail;
import openweights.course.exercise.test.Feedback.When;
import openweights.course.grade.Result;
import openweights.course.grade.TestResult;
import openweights.course.grade.Verdict;

/** A result as Gradescope's {@code results.json}. */
public final class Gradescope {

    private Gradescope() {}

    public static ObjectNode json(Result result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("score", result.points());
        json.put("execution_time", (long) Math.ceil(result.seconds()));
        json.put("output", String.join("\n", result.repairs()));
        json.put("output_format", "text");
        json.put("stdout_visibility", "hidden");
        ArrayNode tests = json.putArray("tests");
        result.tests().forEach(test -> tests.add(test(test)));
        ObjectNode more = json.putObject("extra_data");
        more.put("exercise", result.exercise()).put("version", result.version());
        more.put("sandbox", result.sandbox());
        return json;
    }

    private static ObjectNode test(TestResult test) {
        boolean named = test.tells() != Detail.POINTS;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("score", test.points()).put("max_score", test.max());
        json.put("status", test.verdict() == Verdict.PASS ? "passed" : "failed");
        json.put("name", named ? test.question() + ": " + test.name() : test.question());
        json.put("name_format", "text");
        String message = test.tells() == Detail.MESSAGE ? "\n" + test.message() : "";
        json.put("output", named ? test.verdict().words() + message : "");
        json.put("output_format", "text");
        json.put("visibility", visibility(test.when()));
        return json;
    }

    private static String visibility(When when) {
        return switch (when) {
            case ALWAYS -> "visible";
            case AFTER_DUE -> "after_due_date";
            case NEVER -> "hidden";
        };
    }
}
