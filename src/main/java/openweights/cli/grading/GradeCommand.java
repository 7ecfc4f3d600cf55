package openweights.cli.grading;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import openweights.course.exercise.source.Exercise;
import openweights.grading.run.Batch;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.grading.score.Grade;
import openweights.grading.slurm.Shard;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "grade",
        description = {
            "Grade submissions in a sandbox, by visible and hidden tests. Results are appended to grading/EXERCISE/results.jsonl; started again, it goes on where it was.",
            "What was graded by other tests keeps its points; ./course regrade grades it again.",
            "Ends with 1 if somebody must look at a submission, or some were graded by other tests."
        },
        mixinStandardHelpOptions = true)
public final class GradeCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "EXERCISE",
            description = "Such as 01-two-layers, or a folder.")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            paramLabel = "SUBMISSIONS",
            description =
                    "Notebooks, or a folder with one notebook or folder for each student. Without it: what was collected.")
    private List<Path> paths = List.of();

    @Spec private CommandSpec spec;
    @Mixin private GradingContext desk = new GradingContext();
    @Mixin private EngineOptions engine = new EngineOptions();

    @Option(names = "--probe", description = "Only try the sandbox out and say what it stops.")
    private boolean probe;

    @Option(names = "--shard", hidden = true, description = "Grade a list in a cluster's job.")
    private @Nullable Path shard;

    @Option(names = "--attempt", hidden = true, description = "Names the job.")
    private @Nullable String attempt;

    @Override
    public Integer call() throws IOException {
        if (probe) {
            return probe(desk);
        }
        if (name == null) {
            throw new IllegalArgumentException("name an exercise, such as 01-two-layers.");
        }
        Exercise exercise = desk.exercise(name);
        return shard == null ? grade(name, exercise) : gradeShard(shard, exercise);
    }

    private int grade(String name, Exercise exercise) throws IOException {
        List<Submission> submissions = submissions(name);
        Path results = desk.results(name);
        Batch batch = new Batch(engine.engine(desk, name, exercise), results, exercise.version());
        List<Submission> open = new ArrayList<>(batch.open(submissions));
        int done = submissions.size() - open.size();
        List<Submission> outdated = batch.outdated(open);
        open.removeAll(Set.copyOf(outdated));
        PrintWriter err = spec.commandLine().getErr();
        if (done > 0) {
            err.printf("%d of %d are graded already.%n", done, submissions.size());
        }
        GradingProgress progress = new GradingProgress(open.size(), err);
        batch.grade(open, progress);
        PrintWriter out = spec.commandLine().getOut();
        progress.summary(out);
        out.println("results: " + results);
        remind(name, outdated, out);
        NeedsReview waiting = NeedsReview.among(grades(name, submissions));
        waiting.print(name, out);
        return waiting.isEmpty() && outdated.isEmpty() ? 0 : 1;
    }

    /** Scores never change behind anybody's back: other tests take another command. */
    private static void remind(String name, List<Submission> outdated, PrintWriter out) {
        if (!outdated.isEmpty()) {
            out.printf(
                    "%d keep points that other tests or an older grader gave, such as %s. See who gains and who loses: ./course regrade %s%n",
                    outdated.size(), GradingProgress.printable(outdated.get(0).student()), name);
        }
    }

    private List<Grade> grades(String name, List<Submission> submissions) throws IOException {
        Set<String> students = submissions.stream().map(Submission::student).collect(toSet());
        return desk.grades(name).all().stream()
                .filter(grade -> students.contains(grade.student()))
                .toList();
    }

    private List<Submission> submissions(String name) throws IOException {
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

    private int gradeShard(Path shard, Exercise exercise) throws IOException {
        Shard part = Shard.read(shard.toAbsolutePath());
        List<Submission> open = part.open();
        Path results = part.attempt(Objects.requireNonNull(attempt, "--attempt"));
        new Batch(engine.inJob(desk, exercise), results, exercise.version())
                .grade(open, result -> {});
        return 0;
    }

    private static int probe(GradingContext desk) throws IOException {
        Sandbox sandbox = Sandboxes.find();
        List<ProbeFinding> findings = desk.installation().probe(sandbox);
        System.out.println(sandbox.name());
        for (ProbeFinding each : findings) {
            System.out.printf(
                    "%-8s %-28s %s%n",
                    each.stopped() ? "stopped" : "OPEN", each.attempt(), each.seen());
        }
        return findings.stream().allMatch(ProbeFinding::stopped) ? 0 : 1;
    }
}
