package openweights.cli.grading;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.report.GradingProgress;
import openweights.grading.report.ReviewNotice;
import openweights.grading.result.GradingFolder;
import openweights.grading.run.Batch;
import openweights.grading.run.Engine;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.slurm.Shard;
import openweights.grading.submission.Snapshots;
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
            "Grade submissions in a sandbox with visible and hidden tests. Results are appended to"
                + " grading/EXERCISE/results.jsonl; an interrupted run resumes where it stopped.",
            "Submissions that other tests graded keep their points; ./course regrade grades them"
                    + " again.",
            "The exit code is 1 if a submission needs review, or was graded by other tests."
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
                    "Notebooks, or folders with one notebook or folder per student. Default: what"
                            + " was collected.")
    private List<Path> paths = List.of();

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Mixin private EngineOptions engine = new EngineOptions();

    @Option(names = "--probe", description = "Only test the sandbox and report what it stops.")
    private boolean probe;

    @Option(names = "--shard", hidden = true, description = "Grade a list in a cluster's job.")
    private @Nullable Path shard;

    @Option(names = "--attempt", hidden = true, description = "Names the job.")
    private @Nullable String attempt;

    @Override
    public Integer call() throws IOException {
        if (probe) {
            return probe();
        }
        if (name == null) {
            throw new UserException("name an exercise, such as 01-two-layers.");
        }
        Exercise exercise = context.exercise(name);
        return shard == null ? grade(name, exercise) : gradeShard(shard, exercise);
    }

    private int grade(String name, Exercise exercise) throws IOException {
        GradingFolder folder = context.folder(name);
        Snapshots snapshots = new Snapshots(folder.snapshots());
        List<Submission> last =
                snapshots.take(SubmissionFinder.find(paths, folder.collected(), exercise.id()));
        List<Submission> submissions = new ArrayList<>(last);
        if (paths.isEmpty() && folder.attemptPolicy().needsAll()) {
            submissions.addAll(snapshots.take(SubmissionFinder.earlier(last, folder.collected())));
        }
        Engine place = engine.engine(context, name, exercise);
        Batch batch = new Batch(folder.results(), exercise.version());
        Batch.Plan plan = batch.plan(submissions);
        PrintWriter err = spec.commandLine().getErr();
        submissions.stream()
                .filter(each -> !each.note().isEmpty())
                .forEach(
                        each ->
                                err.printf(
                                        "%s: %s%n",
                                        TerminalText.printable(each.student()),
                                        TerminalText.printable(each.note())));
        if (plan.done() > 0) {
            err.printf("%d of %d are graded already.%n", plan.done(), submissions.size());
        }
        GradingProgress progress = new GradingProgress(plan.open().size(), err);
        batch.grade(place, plan.open(), progress);
        batch.recount(last);
        PrintWriter out = spec.commandLine().getOut();
        progress.summary(out);
        out.println("results: " + folder.results());
        remind(name, plan.outdated(), out);
        Set<String> students = submissions.stream().map(Submission::student).collect(toSet());
        List<Grade> unsettled = Grades.of(folder).open(students);
        ReviewNotice.print(unsettled, name, out);
        return unsettled.isEmpty() && plan.outdated().isEmpty() ? 0 : 1;
    }

    /** Points never change without notice: regrading is a separate command. */
    private static void remind(String name, List<Submission> outdated, PrintWriter out) {
        if (!outdated.isEmpty()) {
            out.printf(
                    "%d keep points that other tests or an older grader gave, such as %s. See who"
                            + " gains and who loses: ./course regrade %s%n",
                    outdated.size(), TerminalText.printable(outdated.get(0).student()), name);
        }
    }

    private int gradeShard(Path shard, Exercise exercise) throws IOException {
        Shard part = Shard.read(shard.toAbsolutePath());
        Engine place = engine.inJob(context, exercise);
        new Batch(part.attempt(Objects.requireNonNull(attempt, "--attempt")), exercise.version())
                .grade(place, part.open(), result -> {});
        return 0;
    }

    private int probe() throws IOException {
        Sandbox sandbox = Sandboxes.find();
        List<ProbeFinding> findings = context.installation().probe(sandbox);
        PrintWriter out = spec.commandLine().getOut();
        out.println(sandbox.name());
        out.println("memory: " + sandbox.bounds());
        for (ProbeFinding each : findings) {
            out.printf(
                    "%-8s %-28s %s%n",
                    each.stopped() ? "stopped" : "OPEN", each.attempt(), each.seen());
        }
        return findings.stream().allMatch(ProbeFinding::stopped) ? 0 : 1;
    }
}
