package openweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Batch;
import openweights.course.grade.Result;
import openweights.course.grade.ResultsFile;
import openweights.course.grade.score.Grade;
import openweights.course.grade.score.Grades;
import openweights.course.grade.submission.Submission;
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
final class RegradeCommand implements Callable<Integer> {

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
    @Mixin private GradingDesk desk = new GradingDesk();
    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        Exercise exercise = desk.exercise(name);
        Map<String, Result> before = new TreeMap<>();
        desk.latest(name).forEach(each -> before.put(each.student(), each));
        List<Submission> stale = stale(before, exercise);
        List<Submission> lost = stale.stream().filter(each -> isLost(each, before)).toList();
        stale.removeAll(Set.copyOf(lost));
        if (stale.isEmpty()) {
            out().printf(
                            "nothing to do: %d of %d were graded by these tests and this grader%n",
                            before.size() - lost.size(), before.size());
        } else {
            regrade(exercise, stale, before);
        }
        lost.forEach(this::keep);
        Grades grades = desk.grades(name);
        grades.findings().forEach(spec.commandLine().getErr()::println);
        Waiting waiting = Waiting.among(grades.all());
        waiting.print(name, out());
        return lost.isEmpty() && grades.findings().isEmpty() && waiting.isEmpty() ? 0 : 1;
    }

    /** The submissions that count and have no result by these tests and this grader. */
    private List<Submission> stale(Map<String, Result> before, Exercise exercise)
            throws IOException {
        Set<Result.Key> done = ResultsFile.done(desk.results(name));
        List<Submission> stale = new ArrayList<>();
        for (Result each : before.values()) {
            Result.Key now =
                    new Result.Key(
                            each.student(), each.submission(), exercise.version(), Result.GRADER);
            if (!done.contains(now)) {
                stale.add(new Submission(each.student(), Path.of(each.file())));
            }
        }
        return stale;
    }

    /** Whether the file is no longer what was graded. */
    private static boolean isLost(Submission submission, Map<String, Result> before) {
        return !submission.hash().equals(before.get(submission.student()).submission());
    }

    private void keep(Submission lost) {
        spec.commandLine()
                .getErr()
                .printf(
                        "%s keeps the points: %s is gone, or is not what was graded. Put it back, or grade the new one: ./course grade %s%n",
                        GradingProgress.printable(lost.student()), lost.file(), name);
    }

    private void regrade(Exercise exercise, List<Submission> stale, Map<String, Result> before)
            throws IOException {
        // New results wait in a file of their own until the policy has spoken.
        Path waiting = desk.folder(name).resolve("regraded.jsonl");
        Batch batch = new Batch(engine.engine(desk, name, exercise), waiting, exercise.version());
        List<Submission> open = batch.open(stale);
        batch.grade(open, new GradingProgress(open.size(), spec.commandLine().getErr()));
        Set<String> students = stale.stream().map(Submission::student).collect(Collectors.toSet());
        List<Result> after =
                ResultsFile.latest(waiting).stream()
                        .filter(each -> students.contains(each.student()))
                        .toList();
        settle(changes(before, after));
        Files.delete(waiting);
    }

    private List<ScoreChange> changes(Map<String, Result> before, List<Result> after)
            throws IOException {
        List<Result> earlier = after.stream().map(each -> before.get(each.student())).toList();
        Iterator<Grade> then = Grades.of(earlier, desk.folder(name)).all().iterator();
        List<ScoreChange> changes = new ArrayList<>();
        for (Grade now : Grades.of(after, desk.folder(name)).all()) {
            changes.add(new ScoreChange(then.next(), now));
        }
        return changes;
    }

    private void settle(List<ScoreChange> changes) throws IOException {
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
                // The last result counts; the one before says that it was graded.
                if (keeps) {
                    results.append(each.after().result(), each.before().result());
                } else {
                    results.append(each.after().result());
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
