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
 * One submission at its exam: its cells in order, and behind each answer that question's tests, as
 * in the student's notebook.
 */
final class GradingRun {

    private final GradingPlan exam;
    private final ExecutionEnvironment workshop;
    private final Answers answers;
    private final Map<String, Long> variant;
    private final Deadline deadline;
    private final Map<String, TestResult> results = new HashMap<>();
    private final Map<String, List<SubmissionCell>> cells = new HashMap<>();

    GradingRun(
            GradingPlan exam,
            ExecutionEnvironment workshop,
            Deadline deadline,
            Answers answers,
            Map<String, Long> variant) {
        this.exam = exam;
        this.workshop = workshop;
        this.answers = answers;
        this.variant = variant;
        this.deadline = deadline;
    }

    /** One for each test of the plan; what has none by the end was not run. */
    List<TestResult> results() {
        workshop.open(deadline);
        for (GradedCell piece : answers.pieces()) {
            if (deadline.passed()) {
                break;
            } else if (piece.role() != GradedCell.Role.TESTS) {
                add(piece);
            } else {
                test(piece.question());
            }
        }
        return exam.plan().stream().map(this::resultOf).toList();
    }

    private void add(GradedCell piece) {
        SubmissionCell cell = workshop.add(piece.id(), piece.source());
        cells.computeIfAbsent(piece.question(), question -> new ArrayList<>()).add(cell);
    }

    private TestResult resultOf(TestCase test) {
        return results.getOrDefault(
                test.id(),
                TestResult.of(
                        test,
                        Verdict.NOT_RUN,
                        "The time for the whole submission was used up before."));
    }

    private void test(String question) {
        if (answers.untouched().contains(question)) {
            exam.suite()
                    .plan(question)
                    .forEach(test -> keep(TestResult.of(test, Verdict.UNANSWERED, "")));
            return;
        }
        Map<String, RemoteStudent> students = new HashMap<>();
        List<TestOutcome> outcomes = exam.suite().run(question, test -> seat(students, test));
        List<SubmissionCell> own = cells.getOrDefault(question, List.of());
        for (TestOutcome outcome : outcomes) {
            keep(VerdictRules.of(outcome, loss(students, outcome), own));
        }
    }

    private RemoteStudent seat(Map<String, RemoteStudent> students, String test) {
        RemoteStudent student = workshop.student(answers.sources(), variant);
        students.put(test, student);
        return student;
    }

    /** The loss of any run of the test; JUnit's id of a test holds its method's name. */
    private static Optional<LostProcess> loss(
            Map<String, RemoteStudent> students, TestOutcome outcome) {
        String id = outcome.test().id();
        String type = "[class:" + id.substring(0, id.indexOf('.')) + "]";
        String method = ":" + id.substring(id.indexOf('.') + 1) + "(";
        return students.entrySet().stream()
                .filter(each -> each.getKey().contains(type) && each.getKey().contains(method))
                .flatMap(each -> each.getValue().loss().stream())
                .findFirst();
    }

    private void keep(TestResult result) {
        results.put(result.test(), result);
    }
}
