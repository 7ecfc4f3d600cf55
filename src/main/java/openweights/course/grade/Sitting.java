package openweights.course.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.grade.remote.Cell;
import openweights.course.grade.remote.Deadline;
import openweights.course.grade.remote.LostProcess;
import openweights.course.grade.remote.RemoteStudent;
import openweights.course.grade.remote.Workshop;
import openweights.course.grade.submission.Answers;
import openweights.course.grade.submission.Piece;

/**
 * One submission at its exam: its cells in order, and behind each answer that question's tests, as
 * in the student's notebook.
 */
final class Sitting {

    private final Exam exam;
    private final Workshop workshop;
    private final Answers answers;
    private final Map<String, Long> variant;
    private final Deadline deadline;
    private final Map<String, TestResult> results = new HashMap<>();
    private final Map<String, List<Cell>> cells = new HashMap<>();

    Sitting(
            Exam exam,
            Workshop workshop,
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
        for (Piece piece : answers.pieces()) {
            if (deadline.passed()) {
                break;
            } else if (piece.role() != Piece.Role.TESTS) {
                add(piece);
            } else {
                test(piece.question());
            }
        }
        return exam.plan().stream().map(this::resultOf).toList();
    }

    private void add(Piece piece) {
        Cell cell = workshop.add(piece.id(), piece.source());
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
        List<Cell> own = cells.getOrDefault(question, List.of());
        for (TestOutcome outcome : outcomes) {
            keep(Judgement.of(outcome, loss(students, outcome), own));
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
