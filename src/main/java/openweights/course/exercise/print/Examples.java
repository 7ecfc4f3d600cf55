package openweights.course.exercise.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.suite.TestCase;

/** The visible tests of a question, as examples of what an answer does. */
final class Examples {

    /** A test method in a file: what stands in its braces. */
    private static final String METHOD = "(?ms)^ {4}(?:\\w+ )?void %s\\([^\\n]*\\{\\n(.*?)^ {4}}";

    private Examples() {}

    /**
     * A name and a listing for each test.
     *
     * @param plan the tests of the question
     */
    static List<Map<String, String>> of(Exercise exercise, List<TestCase> plan) {
        List<Map<String, String>> examples = new ArrayList<>();
        for (TestCase test : plan) {
            if (!test.hidden()) {
                String type = test.id().substring(0, test.id().indexOf('.'));
                String method = test.id().substring(test.id().indexOf('.') + 1);
                exercise.tests().stream()
                        .filter(file -> !file.hidden() && file.className().equals(type))
                        .findFirst()
                        .ifPresent(file -> examples.add(example(test, file, method)));
            }
        }
        return examples;
    }

    private static Map<String, String> example(TestCase test, TestFile file, String method) {
        Matcher body =
                Pattern.compile(METHOD.formatted(Pattern.quote(method))).matcher(file.source());
        String code = body.find() ? body.group(1).stripTrailing().stripIndent() : "";
        return Map.of("name", test.name(), "code", Listing.of(code));
    }
}
