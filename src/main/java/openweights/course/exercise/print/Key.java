package openweights.course.exercise.print;

import java.util.List;
import java.util.Map;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.suite.TestCase;

/** How a question is graded: what each test gives points for, and what typical mistakes lose. */
final class Key {

    private Key() {}

    static List<Map<String, String>> tests(List<TestCase> plan) {
        return plan.stream()
                .map(test -> Map.of("what", test.name(), "points", "" + test.points()))
                .toList();
    }

    static List<Map<String, String>> mistakes(Exercise exercise, ExerciseCell.Answer question) {
        return exercise.wrong().stream()
                .filter(each -> each.loses().getOrDefault(question.question(), 0) > 0)
                .map(
                        each ->
                                Map.of(
                                        "what",
                                        each.mistake(),
                                        "points",
                                        "−" + each.loses().get(question.question())))
                .toList();
    }
}
