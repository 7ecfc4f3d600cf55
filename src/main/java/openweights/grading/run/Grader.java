package openweights.grading.run;

import java.util.List;
import openweights.course.exercise.source.Variation;
import openweights.grading.remote.Deadline;
import openweights.grading.remote.ExecutionEnvironment;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;

/**
 * Grades submissions, one after the other. Whatever a submission is, there is a result with every
 * test in it. Belongs to one thread.
 */
public final class Grader implements AutoCloseable {

    private final GradingPlan exam;
    private final Sandbox sandbox;
    private final Timeouts patience;
    private final ExecutionEnvironment workshop;

    public Grader(
            GradingPlan exam,
            Sandbox sandbox,
            GraderInstallation installation,
            Limits limits,
            Timeouts patience) {
        this.exam = exam;
        this.sandbox = sandbox;
        this.patience = patience;
        workshop = new ExecutionEnvironment(sandbox, installation, limits, patience);
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
            GradingRun sitting =
                    new GradingRun(
                            exam,
                            workshop,
                            Deadline.in(patience.submission()),
                            answers,
                            form.values());
            return result(submission, answers.repairs(), sitting.results(), start);
        } catch (UnreadableSubmission e) {
            return whole(submission, Verdict.NEEDS_REVIEW, String.valueOf(e.getMessage()), start);
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
