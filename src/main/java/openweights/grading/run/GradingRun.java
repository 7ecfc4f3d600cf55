package openweights.grading.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
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

    private static final String ALONE =
            "It was judged after the exercise's own answers to the questions before it, because it"
                    + " does not compile after yours.";

    private final GradingPlan plan;
    private final ExecutionEnvironment environment;
    private final Answers answers;
    private final Variation variation;
    private final Deadline deadline;
    private final Map<String, TestResult> results = new HashMap<>();
    private final Map<String, List<SubmissionCell>> cells = new HashMap<>();

    GradingRun(
            GradingPlan plan,
            ExecutionEnvironment environment,
            Deadline deadline,
            Answers answers,
            Variation variation) {
        this.plan = plan;
        this.environment = environment;
        this.answers = answers;
        this.variation = variation;
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
        unfit().forEach(this::judgeAlone);
        return plan.tests().stream().map(this::resultOf).toList();
    }

    /**
     * Questions after the first whose answers do not compile, perhaps because of another answer.
     */
    private List<String> unfit() {
        return answers.sources().keySet().stream()
                .skip(1)
                .filter(question -> !compiles(question))
                .toList();
    }

    private boolean compiles(String question) {
        return cells.getOrDefault(question, List.of()).stream()
                .allMatch(cell -> cell.compiled().problem().isEmpty());
    }

    /**
     * Judges an answer that compiles after the solutions of the questions before it, though not
     * after the student's own answers to them: one of these may be right and return a list where
     * the exercise says array. Messages are left out, as they could tell what a solution returns.
     */
    private void judgeAlone(String question) {
        environment.open(deadline);
        cells.clear();
        for (GradedCell cell : answers.cells()) {
            boolean own = cell.question().equals(question);
            if (deadline.passed()) {
                return;
            } else if (cell.role() != GradedCell.Role.TESTS) {
                add(cell.role() == GradedCell.Role.ANSWER && !own ? solved(cell) : cell);
            } else if (own && compiles(question)) {
                judge(question).forEach(each -> keep(each.says(ALONE)));
            }
            if (own && cell.role() == GradedCell.Role.TESTS) {
                return;
            }
        }
    }

    private GradedCell solved(GradedCell cell) {
        String solution =
                variation.exercise().questions().stream()
                        .filter(each -> each.question().equals(cell.question()))
                        .map(ExerciseCell.Answer::solution)
                        .findFirst()
                        .orElse(cell.source());
        return new GradedCell(cell.id(), cell.role(), cell.question(), solution);
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
        judge(question).forEach(this::keep);
    }

    private List<TestResult> judge(String question) {
        Map<String, RemoteStudent> students = new HashMap<>();
        List<TestOutcome> outcomes = plan.suite().run(question, test -> student(students, test));
        List<SubmissionCell> own = cells.getOrDefault(question, List.of());
        return outcomes.stream()
                .map(outcome -> VerdictRules.of(outcome, failure(students, outcome), own))
                .toList();
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
        RemoteStudent student =
                environment.student(answers.sources(), variation.values(), isHidden(test));
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
