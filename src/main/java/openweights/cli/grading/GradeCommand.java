package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import openweights.base.UserException;
import openweights.cli.command.CourseCommand;
import openweights.course.exercise.source.Exercise;
import openweights.grading.remote.ProbeReport;
import openweights.grading.result.GradingFolder;
import openweights.grading.run.ClassGrading;
import openweights.grading.slurm.EngineChoice;
import openweights.grading.slurm.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "grade",
        description = {
            "Grade submissions in a sandbox with visible and hidden tests. Results are appended to grading/EXERCISE/results.jsonl; an interrupted run resumes where it stopped.",
            "Submissions that other tests graded keep their points; ./course regrade grades them again.",
            "The exit code is 1 if a submission needs review, or was graded by other tests."
        })
public final class GradeCommand extends CourseCommand {

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
                    "Notebooks, or folders with one notebook or folder per student. Default: what was collected.")
    private List<Path> paths = List.of();

    @Mixin private GradingContext context = new GradingContext();

    @Mixin private EngineOptions engine = new EngineOptions();

    @Option(names = "--probe", description = "Only test the sandbox and report what it stops.")
    private boolean probe;

    @Option(names = "--shard", hidden = true, description = "Grade a list in a cluster's job.")
    private @Nullable Path shard;

    @Option(names = "--attempt", hidden = true, description = "Names the job.")
    private @Nullable String attempt;

    @Override
    protected void run() throws IOException {
        if (probe) {
            probe();
        } else if (name == null) {
            throw new UserException("name an exercise, such as 01-two-layers.");
        } else if (shard == null) {
            grade(name, context.exercises().read(name));
        } else {
            gradeShard(shard, context.exercises().read(name));
        }
    }

    private void grade(String name, Exercise exercise) throws IOException {
        GradingFolder folder = context.folder(name);
        ClassGrading work = ClassGrading.of(exercise, folder, paths);
        EngineChoice choice = engine.choice(context.installation());
        expect(work.grade(choice.engine(exercise, folder), out(), err()));
    }

    private void gradeShard(Path shard, Exercise exercise) throws IOException {
        String job = Objects.requireNonNull(attempt, "--attempt");
        EngineChoice choice = engine.choice(context.installation());
        Shard.read(shard.toAbsolutePath()).grade(job, exercise.version(), choice.inJob(exercise));
    }

    private void probe() throws IOException {
        ProbeReport report = ProbeReport.of(context.installation());
        print(report);
        expect(report.holds());
    }
}
