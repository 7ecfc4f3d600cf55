package openweights.grading.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.submission.Submission;

/**
 * Grades many submissions by one exercise. Results go to a file as they come; a batch that was
 * killed goes on where it was when it is started again.
 */
public final class Batch {

    private final Engine engine;
    private final Path file;
    private final String version;

    /**
     * @param file the results
     * @param version of the exercise
     */
    public Batch(Engine engine, Path file, String version) {
        this.engine = engine;
        this.file = file;
        this.version = version;
    }

    /** The submissions that have no result by the present rules. */
    public List<Submission> open(List<Submission> submissions) throws IOException {
        Set<Result.Key> done = ResultsFile.done(file);
        return submissions.stream().filter(each -> !done.contains(key(each))).toList();
    }

    /**
     * Of these submissions, those that have a result by other tests or an older grader. Its points
     * count until somebody decides to grade again.
     */
    public List<Submission> outdated(List<Submission> submissions) throws IOException {
        Set<Result.Key> graded =
                ResultsFile.done(file).stream()
                        .map(key -> key(key.student(), key.submission()))
                        .collect(Collectors.toSet());
        return graded.isEmpty()
                ? List.of()
                : submissions.stream().filter(each -> graded.contains(key(each))).toList();
    }

    private Result.Key key(Submission submission) {
        return key(submission.student(), submission.hash());
    }

    private Result.Key key(String student, String hash) {
        return new Result.Key(student, hash, version, Result.GRADER);
    }

    /**
     * Grades all of the submissions.
     *
     * @param seen is told of each result, one at a time, when it is in the file
     */
    public void grade(List<Submission> submissions, Consumer<Result> seen) throws IOException {
        if (submissions.isEmpty()) {
            return;
        }
        try (ResultsFile results = ResultsFile.open(file)) {
            engine.grade(submissions, result -> keep(results, result, seen));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void keep(ResultsFile results, Result result, Consumer<Result> seen) {
        synchronized (results) {
            try {
                results.append(result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            seen.accept(result);
        }
    }
}
