package openweights.grading.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.score.ScoreChange;
import openweights.grading.submission.Submission;

/**
 * Grades again what other tests or an older grader graded, in three steps: find it ({@link #plan}),
 * grade what has no result by the present rules yet ({@link #grade}), and decide which results
 * count ({@link #settle}).
 */
public final class Regrade {

    /** Which of two results of a submission counts. */
    public enum Policy {
        LATEST,
        NEVER_LOWER
    }

    /**
     * What was decided on a submission.
     *
     * @param keepsOld whether the old result still counts, as the new one has fewer points
     */
    public record Decision(ScoreChange change, boolean keepsOld) {}

    private final GradingFolder folder;
    private final Batch batch;

    /** Outdated results by student. */
    private final Map<String, Result> outdated;

    /** Results by the present rules that exist already but do not count, by student. */
    private final Map<String, Result> known = new TreeMap<>();

    private final List<Submission> submissions = new ArrayList<>();
    private final List<Result> unavailable = new ArrayList<>();

    private final int total;

    private Regrade(GradingFolder folder, Batch batch, Map<String, Result> outdated, int total) {
        this.folder = folder;
        this.batch = batch;
        this.outdated = outdated;
        this.total = total;
    }

    /** Finds the results that are outdated or faulty. */
    public static Regrade plan(Exercise exercise, GradingFolder folder) throws IOException {
        Collection<Result> latest = folder.latest();
        Map<String, Result> outdated = new TreeMap<>();
        latest.stream()
                .filter(each -> !isPresent(each, exercise))
                .forEach(each -> outdated.put(each.student(), each));
        Batch batch = new Batch(folder.regraded(), exercise.version());
        Regrade regrade = new Regrade(folder, batch, outdated, latest.size());
        regrade.findKnown(exercise);
        outdated.values().forEach(regrade::findSubmission);
        return regrade;
    }

    private static boolean isPresent(Result result, Exercise exercise) {
        return result.version().equals(exercise.version())
                && result.grader().equals(Result.GRADER)
                && !result.isFaulty();
    }

    /** An earlier policy may have kept older results in spite of these. */
    private void findKnown(Exercise exercise) throws IOException {
        ResultsFile.read(
                folder.results(),
                result -> {
                    Result counts = outdated.get(result.student());
                    if (counts != null
                            && counts.submission().equals(result.submission())
                            && isPresent(result, exercise)) {
                        known.put(result.student(), result);
                    }
                });
    }

    /** Finds the file that was graded, if it still is the same. */
    private void findSubmission(Result graded) {
        if (known.containsKey(graded.student())) {
            return;
        }
        Submission submission = new Submission(graded.student(), Path.of(graded.file()));
        if (submission.hash().equals(graded.submission())) {
            submissions.add(submission);
        } else {
            unavailable.add(graded);
        }
    }

    /** How many students have a result. */
    public int total() {
        return total;
    }

    /** Whether no result is outdated. */
    public boolean isUpToDate() {
        return outdated.isEmpty();
    }

    /** Results that stay as they are, because the file that was graded is gone or changed. */
    public List<Result> unavailable() {
        return List.copyOf(unavailable);
    }

    /** Whether any submission must run, so that {@link #grade} is needed. */
    public boolean needsEngine() throws IOException {
        return !open().isEmpty();
    }

    /** The submissions that {@link #grade} would grade. */
    public List<Submission> open() throws IOException {
        return batch.open(submissions);
    }

    /**
     * Grades. New results wait in a file of their own until {@link #settle} decides.
     *
     * @param seen receives each result
     */
    public void grade(Engine engine, Consumer<Result> seen) throws IOException {
        batch.grade(engine, open(), seen);
    }

    /** Decides which results count, and appends them to the results. */
    public List<Decision> settle(Policy policy) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        try (ResultsFile results = ResultsFile.open(folder.results())) {
            for (ScoreChange change : changes(newResults())) {
                boolean keepsOld = policy == Policy.NEVER_LOWER && change.gain() < 0;
                decisions.add(new Decision(change, keepsOld));
                append(change, keepsOld, results);
            }
        }
        Files.deleteIfExists(folder.regraded());
        return decisions;
    }

    /** The last result in the file counts; the other one is kept for a later decision. */
    private void append(ScoreChange change, boolean keepsOld, ResultsFile results)
            throws IOException {
        if (!keepsOld) {
            results.append(change.after().result());
        } else if (!known.containsKey(change.student())) {
            results.append(change.after().result(), change.before().result());
        }
    }

    private Collection<Result> newResults() throws IOException {
        Map<String, Result> results = new TreeMap<>(known);
        Set<String> students =
                submissions.stream().map(Submission::student).collect(Collectors.toSet());
        ResultsFile.latest(folder.regraded()).stream()
                .filter(each -> students.contains(each.student()))
                .forEach(each -> results.put(each.student(), each));
        return results.values();
    }

    private List<ScoreChange> changes(Collection<Result> after) throws IOException {
        List<Result> before = after.stream().map(each -> outdated.get(each.student())).toList();
        Iterator<Grade> old = Grades.of(before, folder).all().iterator();
        List<ScoreChange> changes = new ArrayList<>();
        for (Grade now : Grades.of(after, folder).all()) {
            changes.add(new ScoreChange(old.next(), now));
        }
        return changes;
    }
}
