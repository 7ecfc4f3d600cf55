package openweights.course.exercise.suite;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.test.Worth;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problem;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Checks that the tests fit the questions: every test has points, and they add up to the points of
 * their question.
 */
final class PlanCheck {

    private final Exercise exercise;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> points = new HashMap<>();

    private PlanCheck(Exercise exercise) {
        this.exercise = exercise;
    }

    /**
     * @param classes the test classes, in the order of the exercise's files
     */
    static void check(Exercise exercise, List<Class<?>> classes) {
        PlanCheck check = new PlanCheck(exercise);
        for (int i = 0; i < classes.size(); i++) {
            check.classOf(exercise.tests().get(i), classes.get(i));
        }
        if (check.problems.isEmpty()) {
            exercise.questions().forEach(check::sum);
        }
        if (!check.problems.isEmpty()) {
            throw new SuiteException(check.problems);
        }
    }

    private void classOf(TestFile file, Class<?> type) {
        String question = PlanReader.question(type);
        if (exercise.questions().stream().noneMatch(each -> each.question().equals(question))) {
            problem(
                    file,
                    "class " + type.getSimpleName(),
                    question.isEmpty()
                            ? "the class has no @Question. Write @Question(\"%s\") above it."
                                    .formatted(exercise.questions().get(0).question())
                            : "there is no question \"%s\" in exercise.md. Questions there: %s."
                                    .formatted(question, questions()));
        }
        List<Method> tests =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .toList();
        if (tests.isEmpty()) {
            problem(file, "class " + type.getSimpleName(), "the class has no @Test.");
        }
        tests.forEach(test -> method(file, question, test));
    }

    private void method(TestFile file, String question, Method test) {
        Worth worth = test.getAnnotation(Worth.class);
        if (worth == null || worth.value() < 1) {
            problem(
                    file,
                    " " + test.getName() + "(",
                    test.getName() + " has no points. Write @Worth(1), or more, above it.");
        } else {
            points.merge(question, worth.value(), Integer::sum);
        }
    }

    private void sum(ExerciseCell.Answer question) {
        int found = points.getOrDefault(question.question(), 0);
        if (found != question.points()) {
            problems.add(
                    new Problem(
                            "exercises/" + exercise.id() + "/exercise.md",
                            question.line(),
                            "question %s is worth %s points, but its tests add up to %s. Change one or the other."
                                    .formatted(question.question(), question.points(), found)));
        }
    }

    private void problem(TestFile file, String at, String message) {
        int place = file.source().indexOf(at);
        int line = place < 0 ? 1 : MarkdownTree.newlines(file.source(), place) + 1;
        problems.add(new Problem(file.file(), line, message));
    }

    private String questions() {
        return exercise.questions().stream()
                .map(ExerciseCell.Answer::question)
                .collect(Collectors.joining(", "));
    }
}
