package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Batch;
import openweights.course.grade.Exam;
import openweights.course.grade.remote.Installation;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.submission.Submission;
import openweights.course.grade.submission.SubmissionFinder;
import picocli.CommandLine.Command;
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

    @Option(
            names = {"-j", "--places"},
            paramLabel = "N",
            description = "How many at a time. Without it: one for each processor.")
    private int places = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--unsandboxed",
            description =
                    "Run students' code without any protection, with your rights. Reports say so.")
    private boolean unsandboxed;

    @Option(names = "--probe", description = "Only try the sandbox out and say what it stops.")
    private boolean probe;

    @Override
    public Integer call() throws IOException {
        GradingDesk desk = new GradingDesk();
        if (probe) {
            return probe(desk);
        }
        if (name == null) {
            throw new IllegalArgumentException("name an exercise, such as 01-two-layers.");
        }
        Exercise exercise = desk.exercise(name);
        if (paths.isEmpty() && !Files.isDirectory(desk.collected(name))) {
            throw new IllegalArgumentException(
                    "nothing was collected for %s. Name submissions, or collect them first: ./course collect %s ARCHIVE"
                            .formatted(name, name));
        }
        List<Submission> submissions =
                SubmissionFinder.find(paths.isEmpty() ? List.of(desk.collected(name)) : paths);
        Exam exam = Exam.of(exercise);
        Installation installation = desk.installation();
        Sandbox sandbox = desk.sandbox(unsandboxed, installation);
        Batch batch =
                new Batch(
                        () -> desk.examiner(exam, sandbox, installation),
                        desk.results(name),
                        exercise.version());
        return run(batch, submissions, desk.results(name));
    }

    private int run(Batch batch, List<Submission> submissions, Path results) throws IOException {
        List<Submission> open = batch.open(submissions);
        if (open.size() < submissions.size()) {
            System.err.printf("%d are graded already.%n", submissions.size() - open.size());
        }
        GradingProgress progress = new GradingProgress(open.size());
        batch.grade(open, Math.max(1, Math.min(places, open.size())), progress);
        progress.summary(results);
        return progress.mustBeLookedAt() ? 1 : 0;
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
