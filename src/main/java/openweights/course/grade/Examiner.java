package openweights.course.grade;

import java.util.List;
import openweights.course.exercise.source.Variation;
import openweights.course.grade.remote.Deadline;
import openweights.course.grade.remote.Installation;
import openweights.course.grade.remote.Patience;
import openweights.course.grade.remote.Workshop;
import openweights.course.grade.sandbox.Limits;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.submission.Answers;
import openweights.course.grade.submission.Submission;
import openweights.course.grade.submission.UnreadableSubmission;

/**
 * Grades submissions, one after the other. Whatever a submission is, there is a result with every
 * test in it. Belongs to one thread.
 */
public final class Examiner implements AutoCloseable {

    private final Exam exam;
    private final Sandbox sandbox;
    private final Patience patience;
    private final Workshop workshop;

    public Examiner(
            Exam exam,
            Sandbox sandbox,
            Installation installation,
            Limits limits,
            Patience patience) {
        this.exam = exam;
        this.sandbox = sandbox;
        this.patience = patience;
        workshop = new Workshop(sandbox, installation, limits, patience);
    }

    /** Grades a submission. If grading itself fails, it is tried once more. */
    public Result examine(Submission submission) {
        Result result = attempt(submission);
        return result.isFaulty() ? attempt(submission) : result;
    }

    private Result attempt(Submission submission) {
        long start = System.nanoTime();
        try {
            Variation form = Variation.of(exam.exercise(), submission.student());
            Answers answers = Answers.read(submission.file(), form.exercise());
            Sitting sitting =
                    new Sitting(
                            exam,
                            workshop,
                            Deadline.in(patience.submission()),
                            answers,
                            form.values());
            return result(submission, answers.repairs(), sitting.results(), start);
        } catch (UnreadableSubmission e) {
            return whole(submission, Verdict.NEEDS_REVIEW, e.getMessage(), start);
        } catch (RuntimeException e) {
            return whole(submission, Verdict.GRADER_ERROR, e.toString(), start);
        }
    }

    private Result whole(Submission submission, Verdict verdict, String message, long start) {
        List<TestResult> tests =
                exam.plan().stream().map(test -> TestResult.of(test, verdict, message)).toList();
        return result(submission, List.of(message), tests, start);
    }

    private Result result(
            Submission submission, List<String> repairs, List<TestResult> tests, long start) {
        return new Result(
                submission.student(),
                submission.hash(),
                submission.file().toString(),
                exam.exercise().id(),
                exam.exercise().version(),
                Result.GRADER,
                System.getProperty("java.version"),
                sandbox.name(),
                repairs,
                tests,
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }

    @Override
    public void close() {
        workshop.close();
    }
}
