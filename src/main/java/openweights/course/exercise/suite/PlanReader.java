package openweights.course.exercise.suite;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import openweights.course.exercise.test.Feedback;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Worth;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Reads the tests that JUnit discovered in a class, with our annotations. */
final class PlanReader {

    private PlanReader() {}

    static List<TestCase> read(Class<?> type, boolean hidden, TestPlan discovered) {
        List<TestCase> tests = new ArrayList<>();
        discovered.getRoots().stream()
                .flatMap(root -> discovered.getDescendants(root).stream())
                .filter(test -> id(test).isPresent())
                .forEach(test -> tests.add(testCase(type, hidden, test)));
        tests.sort(Comparator.comparing(TestCase::hidden).thenComparing(TestCase::id));
        return tests;
    }

    /** Class and method of a test; empty if it is not a method. */
    static Optional<String> id(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(
                        source ->
                                source.getJavaClass().getSimpleName()
                                        + "."
                                        + source.getMethodName());
    }

    private static TestCase testCase(Class<?> type, boolean hidden, TestIdentifier test) {
        Method method = ((MethodSource) test.getSource().orElseThrow()).getJavaMethod();
        Worth points = method.getAnnotation(Worth.class);
        Hint hint = method.getAnnotation(Hint.class);
        Feedback feedback = method.getAnnotation(Feedback.class);
        Feedback.Detail defaultDetail = hidden ? Feedback.Detail.NAME : Feedback.Detail.MESSAGE;
        return new TestCase(
                id(test).orElseThrow(),
                question(type),
                test.getDisplayName(),
                points == null ? 0 : points.value(),
                hidden,
                hint == null ? List.of() : List.of(hint.value()),
                feedback == null ? defaultDetail : feedback.value(),
                feedback == null ? Feedback.When.ALWAYS : feedback.when());
    }

    static String question(Class<?> type) {
        Question question = type.getAnnotation(Question.class);
        return question == null ? "" : question.value();
    }
}
