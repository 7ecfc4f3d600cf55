package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.run.Batch;
import openweights.grading.run.Engine;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.score.ScoreChange;
import openweights.grading.submission.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "regrade",
        description =
                "Grade again what was graded by other tests or an older grader, and say whose points change, from what to what. Points that a person gave stay, and earlier results stay in the file.",
        mixinStandardHelpOptions = true)
public final class RegradeCommand implements Callable<Integer> {

    /** Which of two results of a submission counts. */
    enum Policy {
        LATEST,
        NEVER_LOWER
    }

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--policy", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Policy policy = Policy.LATEST;

    @Spec private CommandSpec spec;
    @Mixin private Findings findings = new Findings();
    @Mixin private GradingContext desk = new GradingContext();
    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        Exercise exercise = desk.exercise(name);
        Map<String, Result> before = new TreeMap<>();
        desk.latest(name).forEach(each -> before.put(each.student(), each));
        Map<String, Result> stale = new TreeMap<>(before);
        stale.values().removeIf(each -> isPresent(each, exercise) && !each.isFaulty());
        if (stale.isEmpty()) {
            out().printf(
                            "nothing to do: all %d were graded by these tests and this grader%n",
                            before.size());
        } else {
            regrade(exercise, stale);
        }
        Grades grades = desk.grades(name);
        grades.findings().forEach(findings::add);
        NeedsReview waiting = NeedsReview.among(grades.all());
        waiting.print(name, out());
        return waiting.isEmpty() && !findings.any() ? 0 : 1;
    }

    private static boolean isPresent(Result result, Exercise exercise) {
        return result.version().equals(exercise.version()) && result.grader().equals(Result.GRADER);
    }

    private void regrade(Exercise exercise, Map<String, Result> stale) throws IOException {
        Map<String, Result> known = known(exercise, stale);
        List<Submission> submissions = new ArrayList<>();
        for (Result each : stale.values()) {
            if (!known.containsKey(each.student())) {
                submission(each).ifPresent(submissions::add);
            }
        }
        // New results wait in a file of their own until the policy has spoken.
        Path waiting = desk.folder(name).resolve("regraded.jsonl");
        if (!submissions.isEmpty()) {
            Engine place = engine.engine(desk, name, exercise);
            Batch batch = new Batch(place, waiting, exercise.version());
            List<Submission> open = batch.open(submissions);
            batch.grade(open, new GradingProgress(open.size(), spec.commandLine().getErr()));
        }
        Map<String, Result> after = new TreeMap<>(known);
        Set<String> students =
                submissions.stream().map(Submission::student).collect(Collectors.toSet());
        ResultsFile.latest(waiting).stream()
                .filter(each -> students.contains(each.student()))
                .forEach(each -> after.put(each.student(), each));
        settle(changes(stale, after.values()), known.keySet());
        Files.deleteIfExists(waiting);
    }

    /**
     * Results by the present tests that are there and do not count, as a policy kept older ones.
     */
    private Map<String, Result> known(Exercise exercise, Map<String, Result> stale)
            throws IOException {
        Map<String, Result> known = new TreeMap<>();
        ResultsFile.read(
                desk.results(name),
                result -> {
                    Result counts = stale.get(result.student());
                    if (counts != null
                            && counts.submission().equals(result.submission())
                            && isPresent(result, exercise)
                            && !result.isFaulty()) {
                        known.put(result.student(), result);
                    }
                });
        return known;
    }

    /** What was graded, if its file is there still and the same. */
    private Optional<Submission> submission(Result graded) {
        Submission submission = new Submission(graded.student(), Path.of(graded.file()));
        if (submission.hash().equals(graded.submission())) {
            return Optional.of(submission);
        }
        findings.add(
                "%s keeps the points: %s is gone, or is not what was graded. Put it back, or grade the new one: ./course grade %s"
                        .formatted(
                                GradingProgress.printable(graded.student()), graded.file(), name));
        return Optional.empty();
    }

    private List<ScoreChange> changes(Map<String, Result> before, Collection<Result> after)
            throws IOException {
        List<Result> earlier = after.stream().map(each -> before.get(each.student())).toList();
        Iterator<Grade> then = Grades.of(earlier, desk.folder(name)).all().iterator();
        List<ScoreChange> changes = new ArrayList<>();
        for (Grade now : Grades.of(after, desk.folder(name)).all()) {
            changes.add(new ScoreChange(then.next(), now));
        }
        return changes;
    }

    /**
     * @param known students whose new result is in the file already
     */
    private void settle(List<ScoreChange> changes, Set<String> known) throws IOException {
        long gain = changes.stream().filter(each -> each.gain() > 0).count();
        long lose = changes.stream().filter(each -> each.gain() < 0).count();
        try (ResultsFile results = ResultsFile.open(desk.results(name))) {
            for (ScoreChange each : changes) {
                boolean keeps = policy == Policy.NEVER_LOWER && each.gain() < 0;
                if (!each.isSilent()) {
                    out().printf(
                                    "%s: %s%s%n",
                                    GradingProgress.printable(each.student()),
                                    each.words(),
                                    keeps ? "; keeps the old points" : "");
                }
                // The last result counts; what does not count is kept, so that it is there.
                if (!keeps) {
                    results.append(each.after().result());
                } else if (!known.contains(each.student())) {
                    results.append(each.after().result(), each.before().result());
                }
            }
        }
        out().printf(
                        "%d graded again: %d gain, %d lose%s, %d stay%n",
                        changes.size(),
                        gain,
                        lose,
                        policy == Policy.NEVER_LOWER && lose > 0 ? " and keep what they had" : "",
                        changes.size() - gain - lose);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
