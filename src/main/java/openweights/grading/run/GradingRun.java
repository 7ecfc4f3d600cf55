package openweights.grading.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.suite.TestOutcome;
import openweights.grading.remote.Deadline;
import openweights.grading.remote.ExecutionEnvironment;
import openweights.grading.remote.LostProcess;
import openweights.grading.remote.RemoteStudent;
import openweights.grading.remote.SubmissionCell;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.submission.Answers;
import openweights.grading.submission.GradedCell;

/**
 * Grades one submission: runs its cells in order, and after each answer that question's tests, as
 * in the student's notebook.
 */
final class GradingRun {

    private final GradingPlan plan;
    private final ExecutionEnvironment environment;
    private final Answers answers;
    private final Map<String, Long> variant;
    private final Deadline deadline;
    private final Map<String, TestResult> results = new HashMap<>();
    private final Map<String, List<SubmissionCell>> cells = new HashMap<>();

    GradingRun(
            GradingPlan plan,
            ExecutionEnvironment environment,
            Deadline deadline,
            Answers answers,
            Map<String, Long> variant) {
        this.plan = plan;
        this.environment = environment;
        this.answers = answers;
        this.variant = variant;
        this.deadline = deadline;
    }

    /** One result per test of the plan; a test that got none was not run. */
    List<TestResult> results() {
        environment.open(deadline);
        for (GradedCell cell : answers.cells()) {
            if (deadline.passed()) {
                break;
            } else if (cell.role() != GradedCell.Role.TESTS) {
                add(cell);
            } else {
                test(cell.question());
            }
        }
        return plan.tests().stream().map(this::resultOf).toList();
    }

    private void add(GradedCell cell) {
        SubmissionCell added = environment.add(cell.id(), cell.source());
        cells.computeIfAbsent(cell.question(), question -> new ArrayList<>()).add(added);
    }

    private TestResult resultOf(TestCase test) {
        return results.getOrDefault(
                test.id(),
                TestResult.of(
                        test,
                        Verdict.NOT_RUN,
                        "The time for the whole submission was used up before this test."));
    }

    private void test(String question) {
        if (answers.untouched().contains(question)) {
            plan.suite().plan(question).forEach(test -> keep(unanswered(test)));
            return;
        }
        Map<String, RemoteStudent> students = new HashMap<>();
        List<TestOutcome> outcomes = plan.suite().run(question, test -> student(students, test));
        List<SubmissionCell> own = cells.getOrDefault(question, List.of());
        for (TestOutcome outcome : outcomes) {
            keep(VerdictRules.of(outcome, failure(students, outcome), own));
        }
    }

    private TestResult unanswered(TestCase test) {
        return answers.doubtful().contains(test.question())
                ? TestResult.of(
                        test,
                        Verdict.NEEDS_REVIEW,
                        "The cell of the answer was not found, but other cells may hold it.")
                : TestResult.of(test, Verdict.UNANSWERED, "");
    }

    private RemoteStudent student(Map<String, RemoteStudent> students, String test) {
        RemoteStudent student = environment.student(answers.sources(), variant, isHidden(test));
        students.put(test, student);
        return student;
    }

    private boolean isHidden(String run) {
        return plan.exercise().tests().stream()
                .anyMatch(
                        file -> file.hidden() && run.contains("[class:" + file.className() + "]"));
    }

    /** How any run of the test lost the process; JUnit's id of a run names its class and method. */
    private static Optional<LostProcess> failure(
            Map<String, RemoteStudent> students, TestOutcome outcome) {
        String id = outcome.test().id();
        String type = "[class:" + id.substring(0, id.indexOf('.')) + "]";
        String method = ":" + id.substring(id.indexOf('.') + 1) + "(";
        return students.entrySet().stream()
                .filter(each -> each.getKey().contains(type) && each.getKey().contains(method))
                .flatMap(each -> each.getValue().failure().stream())
                .findFirst();
    }

    private void keep(TestResult result) {
        results.put(result.test(), result);
    }
}
