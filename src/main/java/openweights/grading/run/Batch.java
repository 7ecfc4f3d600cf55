package openweights.grading.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.submission.Submission;

/**
 * Grades many submissions of one exercise. Results are written to a file as they come, so a batch
 * that was killed resumes where it stopped.
 *
 * @param file the results
 * @param version of the exercise
 */
public record Batch(Path file, String version) {

    /**
     * Submissions, sorted by whether they have a result.
     *
     * @param done how many have one by the present rules
     * @param outdated those that have only one by other tests or an older grader. Its points count
     *     until somebody decides to grade again
     * @param open those without any
     */
    public record Plan(int done, List<Submission> outdated, List<Submission> open) {}

    /** Sorts submissions by whether they have a result. */
    public Plan plan(List<Submission> submissions) throws IOException {
        List<Submission> rest = open(submissions);
        Set<Submission> outdated = outdated(rest);
        return new Plan(
                submissions.size() - rest.size(),
                rest.stream().filter(outdated::contains).toList(),
                rest.stream().filter(each -> !outdated.contains(each)).toList());
    }

    /** Of these submissions, those that have no result by the present rules. */
    public List<Submission> open(List<Submission> submissions) throws IOException {
        Set<Result.Key> done = ResultsFile.done(file);
        return submissions.stream().filter(each -> !done.contains(key(each))).toList();
    }

    private Set<Submission> outdated(List<Submission> submissions) throws IOException {
        Set<Result.Key> graded =
                ResultsFile.done(file).stream()
                        .map(key -> key(key.student(), key.submission()))
                        .collect(Collectors.toSet());
        return graded.isEmpty()
                ? Set.of()
                : submissions.stream()
                        .filter(each -> graded.contains(key(each)))
                        .collect(Collectors.toSet());
    }

    private Result.Key key(Submission submission) {
        return key(submission.student(), submission.hash());
    }

    private Result.Key key(String student, String hash) {
        return new Result.Key(student, hash, version, Result.GRADER);
    }

    /**
     * Grades all of these submissions.
     *
     * @param seen receives each result, one at a time, once it is in the file
     */
    public void grade(Engine engine, List<Submission> submissions, Consumer<Result> seen)
            throws IOException {
        if (submissions.isEmpty()) {
            return;
        }
        try (ResultsFile results = ResultsFile.open(file)) {
            engine.grade(submissions, result -> append(results, result, seen));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Sees to it that of each student's results the one for this submission is the last. A student
     * who hands in an earlier file again has a result for it already, with others after it.
     *
     * @param submissions that were handed in last
     */
    public void recount(List<Submission> submissions) throws IOException {
        Map<Result.Key, Result> known = new HashMap<>();
        Map<String, Result> last = new HashMap<>();
        ResultsFile.read(
                file,
                result -> {
                    known.put(key(result.student(), result.submission()), result);
                    last.put(result.student(), result);
                });
        try (ResultsFile results = ResultsFile.open(file)) {
            for (Submission each : submissions) {
                Result own = known.get(key(each));
                Result counts = last.get(each.student());
                if (own != null
                        && counts != null
                        && !own.submission().equals(counts.submission())) {
                    results.append(own);
                }
            }
        }
    }

    private static void append(ResultsFile results, Result result, Consumer<Result> seen) {
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
