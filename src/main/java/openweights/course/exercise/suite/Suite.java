package openweights.course.exercise.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.test.CheckLog;
import openweights.course.exercise.test.CurrentStudent;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The tests of an exercise. All of them are known before any runs, which distinguishes a test
 * without an outcome from one that does not exist.
 *
 * <pre>{@code
 * Suite suite = Suite.of(exercise);
 * suite.plan();                                  // all tests and their points
 * suite.run("q1", test -> student);              // one outcome for each test of the question
 * }</pre>
 *
 * Nothing from the class path takes part: no other engine, listener, extension or configuration.
 */
public final class Suite {

    /** Maps each class to whether its tests are hidden. */
    private final Map<Class<?>, Boolean> classes;

    private final List<TestCase> plan = new ArrayList<>();

    private Suite(Map<Class<?>, Boolean> classes) {
        this.classes = classes;
        classes.forEach(
                (type, hidden) -> plan.addAll(PlanReader.read(type, hidden, discover(type))));
    }

    /**
     * Compiles the tests of an exercise and checks that they fit its questions.
     *
     * @throws SuiteException with every problem
     */
    public static Suite of(Exercise exercise) {
        List<TestFile> files = exercise.tests();
        List<Class<?>> compiled = TestCompiler.compile(files);
        Map<Class<?>, Boolean> classes = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            classes.put(compiled.get(i), files.get(i).hidden());
        }
        PlanCheck.check(exercise, compiled);
        return new Suite(classes);
    }

    /** Visible tests that are already compiled, such as those in a notebook's cell. */
    public static Suite of(Class<?> tests) {
        return new Suite(Map.of(tests, false));
    }

    /** All tests, in the order of files and methods. */
    public List<TestCase> plan() {
        return List.copyOf(plan);
    }

    /** The tests of a question. */
    public List<TestCase> plan(String question) {
        return plan.stream().filter(test -> test.question().equals(question)).toList();
    }

    /**
     * Runs the tests of a question on this thread.
     *
     * @param source supplies the student for each test
     * @return one outcome for each planned test
     */
    public List<TestOutcome> run(String question, CurrentStudent.Source source) {
        return classes.keySet().stream()
                .flatMap(type -> run(type, question, source).stream())
                .toList();
    }

    /** Whether all tests of a question pass; stops after the first class with one that does not. */
    public boolean passes(String question, CurrentStudent.Source source) {
        return classes.keySet().stream()
                .allMatch(
                        type -> run(type, question, source).stream().allMatch(TestOutcome::passed));
    }

    private List<TestOutcome> run(Class<?> type, String question, CurrentStudent.Source source) {
        List<TestCase> tests =
                plan(question).stream()
                        .filter(test -> test.id().startsWith(type.getSimpleName() + "."))
                        .toList();
        if (tests.isEmpty()) {
            return List.of();
        }
        Outcomes listener = new Outcomes();
        Runnable run = () -> launcher().execute(request(type), listener);
        CheckLog.listen(listener::line, () -> CurrentStudent.take(source, run));
        return tests.stream().map(listener::outcome).toList();
    }

    private static TestPlan discover(Class<?> type) {
        return launcher().discover(request(type));
    }

    private static LauncherDiscoveryRequest request(Class<?> type) {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(DiscoverySelectors.selectClass(type))
                .build();
    }

    private static Launcher launcher() {
        return LauncherFactory.create(
                LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .addTestEngines(new JupiterTestEngine())
                        .build());
    }
}
