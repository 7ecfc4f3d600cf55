package openweights.course.exercise.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Collects the outcomes of tests. A test that did not finish has failed. */
final class Outcomes implements TestExecutionListener {

    private final Map<String, Throwable> failures = new HashMap<>();
    private final Map<String, Boolean> ended = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private @Nullable TestPlan plan;
    private String running = "";

    TestOutcome outcome(TestCase test) {
        Throwable failure = failures.getOrDefault("", failures.get(test.id()));
        if (failure == null && !ended.containsKey(test.id())) {
            failure = new IllegalStateException("The test did not finish.");
        }
        return new TestOutcome(
                test, Optional.ofNullable(failure), lines.getOrDefault(test.id(), List.of()));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        running = method(test);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        failures.put(method(test), new IllegalStateException("The test was skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String method = method(test);
        ended.put(method, true);
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Throwable thrown =
                    result.getThrowable()
                            .orElseGet(() -> new IllegalStateException("The test was aborted."));
            failures.putIfAbsent(method, thrown);
        }
    }

    /** Records a line from the running test. */
    void line(String line) {
        lines.computeIfAbsent(running, method -> new ArrayList<>()).add(line);
    }

    /**
     * The id of the test method, or of the one to which this invocation belongs; empty for a class
     * and its parents.
     */
    private String method(TestIdentifier test) {
        return PlanReader.id(test)
                .or(() -> Objects.requireNonNull(plan).getParent(test).flatMap(PlanReader::id))
                .orElse("");
    }
}
