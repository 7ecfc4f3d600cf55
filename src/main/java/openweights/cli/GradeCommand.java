package openweights.cli;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Batch;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.score.Grade;
import openweights.course.grade.slurm.Shard;
import openweights.course.grade.submission.Submission;
import openweights.course.grade.submission.SubmissionFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "grade",
        description = {
            "Grade submissions in a sandbox, by visible and hidden tests. Results are appended to grading/EXERCISE/results.jsonl; started again, it goes on where it was.",
            "Ends with 1 if somebody must look at a submission."
        },
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "EXERCISE",
            description = "Such as 01-two-layers, or a folder.")
    private String name;

    @Parameters(
            index = "1..*",
            paramLabel = "SUBMISSIONS",
            description =
                    "Notebooks, or a folder with one notebook or folder for each student. Without it: what was collected.")
    private List<Path> paths = List.of();

    @Mixin private GradingDesk desk = new GradingDesk();
    @Mixin private EngineOptions engine = new EngineOptions();

    @Option(names = "--probe", description = "Only try the sandbox out and say what it stops.")
    private boolean probe;

    @Option(names = "--shard", hidden = true, description = "Grade a list in a cluster's job.")
    private Path shard;

    @Option(names = "--attempt", hidden = true, description = "Names the job.")
    private String attempt;

    @Override
    public Integer call() throws IOException {
        if (probe) {
            return probe(desk);
        }
        if (name == null) {
            throw new IllegalArgumentException("name an exercise, such as 01-two-layers.");
        }
        Exercise exercise = desk.exercise(name);
        return shard == null ? grade(exercise) : gradeShard(exercise);
    }

    private int grade(Exercise exercise) throws IOException {
        List<Submission> submissions = submissions();
        Path results = desk.results(name);
        Batch batch = new Batch(engine.engine(desk, name, exercise), results, exercise.version());
        List<Submission> open = batch.open(submissions);
        if (open.size() < submissions.size()) {
            System.err.printf(
                    "%d of %d are graded already.%n",
                    submissions.size() - open.size(), submissions.size());
        }
        GradingProgress progress = new GradingProgress(open.size());
        batch.grade(open, progress);
        Set<String> before = submissions.stream().map(Submission::student).collect(toSet());
        open.forEach(each -> before.remove(each.student()));
        remind(progress, before);
        progress.summary(name, results);
        return progress.mustBeLookedAt() ? 1 : 0;
    }

    /** Of those who were graded before, some may wait for a person still. */
    private void remind(GradingProgress progress, Set<String> before) throws IOException {
        for (Grade grade : before.isEmpty() ? List.<Grade>of() : desk.grades(name)) {
            if (before.contains(grade.student()) && grade.isOpen()) {
                progress.open(grade.result());
            }
        }
    }

    private List<Submission> submissions() throws IOException {
        if (paths.isEmpty() && !Files.isDirectory(desk.collected(name))) {
            throw new IllegalArgumentException(
                    "nothing was collected for %s. Name submissions, or collect them first: ./course collect %s ARCHIVE"
                            .formatted(name, name));
        }
        List<Path> places = paths.isEmpty() ? List.of(desk.collected(name)) : paths;
        // Results name files, and are read from other folders and on other machines too.
        return SubmissionFinder.find(
                places.stream().map(place -> place.toAbsolutePath().normalize()).toList());
    }

    private int gradeShard(Exercise exercise) throws IOException {
        Shard part = Shard.read(shard.toAbsolutePath());
        List<Submission> open = part.open();
        Path results = part.attempt(attempt);
        new Batch(engine.inJob(desk, exercise), results, exercise.version())
                .grade(open, result -> {});
        return 0;
    }

    private static int probe(GradingDesk desk) throws IOException {
        Sandbox sandbox = Sandboxes.find();
        List<Finding> findings = desk.installation().probe(sandbox);
        System.out.println(sandbox.name());
        for (Finding each : findings) {
            System.out.printf(
                    "%-8s %-28s %s%n",
                    each.stopped() ? "stopped" : "OPEN", each.attempt(), each.seen());
        }
        return findings.stream().allMatch(Finding::stopped) ? 0 : 1;
    }
}
