package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Batch;
import openweights.course.grade.Result;
import openweights.course.grade.ResultsFile;
import openweights.course.grade.score.Grade;
import openweights.course.grade.submission.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "regrade",
        description =
                "Grade again what was graded by other tests or an older grader, and say who gains and who loses. Earlier results stay in the file.",
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

    @Mixin private GradingDesk desk = new GradingDesk();
    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        Map<String, Result> before =
                desk.latest(name).stream()
                        .collect(Collectors.toMap(Result::student, Function.identity()));
        Exercise exercise = desk.exercise(name);
        List<Submission> stale = stale(before.values(), exercise);
        if (stale.isEmpty()) {
            System.out.printf(
                    "nothing to do: all %d were graded by these tests and this grader%n",
                    before.size());
            return 0;
        }
        // New results wait in a file of their own until the policy has spoken.
        Path waiting = desk.folder(name).resolve("regraded.jsonl");
        Batch batch = new Batch(engine.engine(desk, name, exercise), waiting, exercise.version());
        List<Submission> open = batch.open(stale);
        batch.grade(open, new GradingProgress(open.size()));
        Collection<Result> after = ResultsFile.latest(waiting);
        settle(desk.results(name), before, after);
        Files.delete(waiting);
        // What a person has decided on is open no more.
        return desk.grades(name).stream().anyMatch(Grade::isOpen) ? 1 : 0;
    }

    private static List<Submission> stale(Collection<Result> before, Exercise exercise) {
        List<Submission> stale = new ArrayList<>();
        for (Result result : before) {
            boolean same =
                    result.version().equals(exercise.version())
                            && result.grader().equals(Result.GRADER);
            if (!same || result.isFaulty()) {
                stale.add(new Submission(result.student(), Path.of(result.file())));
            }
        }
        return stale;
    }

    private void settle(Path file, Map<String, Result> before, Collection<Result> after)
            throws IOException {
        int gain = 0;
        int lose = 0;
        try (ResultsFile results = ResultsFile.open(file)) {
            for (Result result : after) {
                int change = result.points() - before.get(result.student()).points();
                gain += change > 0 ? 1 : 0;
                lose += change < 0 ? 1 : 0;
                if (change != 0) {
                    System.out.printf("%s: %+d%n", result.student(), change);
                }
                if (change >= 0 || policy == Policy.LATEST) {
                    results.append(result);
                }
            }
        }
        System.out.printf(
                "%d graded again: %d gain, %d lose%s%n",
                after.size(),
                gain,
                lose,
                policy == Policy.NEVER_LOWER && lose > 0 ? " and keep what they had" : "");
    }
}
