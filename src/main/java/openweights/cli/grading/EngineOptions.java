package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.SelfProcess;
import openweights.course.exercise.source.Exercise;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.run.Engine;
import openweights.grading.run.GradingPlan;
import openweights.grading.run.LocalEngine;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.slurm.Slurm;
import openweights.grading.slurm.SlurmEngine;
import picocli.CommandLine.Option;

/** Where submissions are graded, and how. */
final class EngineOptions {

    /** Where the work is done. */
    enum Where {
        LOCAL,
        SLURM
    }

    @Option(
            names = "--engine",
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. slurm needs this folder and the submissions to be seen by all machines of the cluster.")
    private Where engine = Where.LOCAL;

    @Option(
            names = {"-j", "--places"},
            paramLabel = "N",
            description =
                    "How many at a time. Without it: one for each processor; with slurm one in each job.")
    private int places;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "With slurm: into how many jobs to cut the work. Without it: one for 60 submissions, 500 at most.")
    private int jobs;

    @Option(
            names = "--sbatch",
            paramLabel = "OPTION",
            description =
                    "With slurm: an option for each job, such as --sbatch=--mem=2G. May be repeated.")
    private List<String> options = List.of();

    @Option(
            names = "--unsandboxed",
            description =
                    "Run students' code without any protection, with your rights. Reports say so.")
    private boolean unsandboxed;

    /**
     * The engine that was asked for.
     *
     * @param name of the exercise as it was given
     */
    Engine engine(GradingContext desk, String name, Exercise exercise) throws IOException {
        GraderInstallation installation = desk.installation();
        return engine == Where.LOCAL
                ? local(desk, exercise, installation, Runtime.getRuntime().availableProcessors())
                : slurm(desk, name, exercise.version());
    }

    /** The engine of a single job of a cluster. */
    Engine inJob(GradingContext desk, Exercise exercise) throws IOException {
        return local(desk, exercise, desk.installation(), 1);
    }

    private Engine local(
            GradingContext desk, Exercise exercise, GraderInstallation installation, int usual)
            throws IOException {
        GradingPlan exam = GradingPlan.of(exercise);
        Sandbox sandbox = desk.sandbox(unsandboxed, installation);
        return new LocalEngine(
                () -> desk.examiner(exam, sandbox, installation), places > 0 ? places : usual);
    }

    /** Other tests are another batch, whatever jobs of the former still run. */
    private Engine slurm(GradingContext desk, String name, String version) {
        int cores = Math.max(1, places);
        List<String> job = new ArrayList<>(List.of("--cpus-per-task=" + cores));
        job.addAll(options);
        Path folder = desk.folder(name).resolve("slurm-" + version.substring(0, 12));
        return new SlurmEngine(Slurm.find(job), folder, worker(name, cores), jobs);
    }

    /** This very program, on another machine. */
    private List<String> worker(String name, int cores) {
        Path folder = Path.of(name);
        String exercise = Files.isDirectory(folder) ? folder.toAbsolutePath().toString() : name;
        List<String> arguments =
                new ArrayList<>(List.of("grade", exercise, "--places", "" + cores));
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        return SelfProcess.command(arguments);
    }
}
