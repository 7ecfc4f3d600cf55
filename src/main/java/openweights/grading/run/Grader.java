package openweights.grading.run;

import java.util.ArrayList;
import java.util.List;
import openweights.base.Sha256;
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
 * Grades submissions, one after another. Whatever a submission holds, its result covers every test.
 * For use by one thread only.
 */
public final class Grader implements AutoCloseable {

    private final GradingPlan plan;
    private final Sandbox sandbox;
    private final Timeouts timeouts;
    private final ExecutionEnvironment environment;

    public Grader(
            GradingPlan plan,
            Sandbox sandbox,
            GraderInstallation installation,
            Limits limits,
            Timeouts timeouts) {
        this.plan = plan;
        this.sandbox = sandbox;
        this.timeouts = timeouts;
        environment = new ExecutionEnvironment(sandbox, installation, limits, timeouts);
    }

    /** Grades a submission, and once more if grading itself fails. */
    public Result grade(Submission submission) {
        Result result = attempt(submission);
        return result.isFaulty() ? attempt(submission) : result;
    }

    private Result attempt(Submission submission) {
        long start = System.nanoTime();
        String hash = submission.hash();
        try {
            byte[] content = submission.content();
            // What is graded is what the result names, even if the file changes meanwhile.
            hash = Sha256.of(content);
            Variation variation = Variation.of(plan.exercise(), submission.student());
            Answers answers = Answers.read(content, variation.exercise());
            GradingRun run =
                    new GradingRun(
                            plan,
                            environment,
                            Deadline.in(timeouts.submission()),
                            answers,
                            variation);
            return result(submission, hash, answers.repairs(), run.results(), start);
        } catch (UnreadableSubmission e) {
            return sameForAll(
                    submission, hash, Verdict.NEEDS_REVIEW, String.valueOf(e.getMessage()), start);
        } catch (RuntimeException e) {
            return sameForAll(submission, hash, Verdict.GRADER_ERROR, e.toString(), start);
        }
    }

    private Result sameForAll(
            Submission submission, String hash, Verdict verdict, String message, long start) {
        List<TestResult> tests =
                plan.tests().stream().map(test -> TestResult.of(test, verdict, message)).toList();
        return result(submission, hash, List.of(message), tests, start);
    }

    private Result result(
            Submission submission,
            String hash,
            List<String> repairs,
            List<TestResult> tests,
            long start) {
        List<String> notes = new ArrayList<>(repairs);
        if (!submission.note().isEmpty()) {
            notes.add(0, submission.note());
        }
        return new Result(
                submission.student(),
                hash,
                submission.file().toString(),
                plan.exercise().id(),
                plan.exercise().version(),
                Result.GRADER,
                System.getProperty("java.version"),
                sandbox.name(),
                notes,
                tests,
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }

    @Override
    public void close() {
        environment.close();
    }
}
