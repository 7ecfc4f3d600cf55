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
import openweights.grading.sandbox.Unsandboxed;
import openweights.grading.slurm.Slurm;
import openweights.grading.slurm.SlurmEngine;
import picocli.CommandLine.Option;

/** Options about where and how submissions are graded. */
final class EngineOptions {

    /** The kinds of engines. */
    enum Where {
        LOCAL,
        SLURM
    }

    @Option(
            names = "--engine",
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. slurm requires that all machines of the cluster share this folder and the submissions.")
    private Where engine = Where.LOCAL;

    @Option(
            names = {"-j", "--places"},
            paramLabel = "N",
            description =
                    "How many submissions at a time. Default: one per processor; with slurm, one per job.")
    private int parallel;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "With slurm: how many jobs. Default: one per 60 submissions, at most 500.")
    private int jobs;

    @Option(
            names = "--sbatch",
            paramLabel = "OPTION",
            description =
                    "With slurm: an option for each job, such as --sbatch=--mem=2G. May be repeated.")
    private List<String> options = List.of();

    @Option(
            names = "--unsandboxed",
            description = "Run students' code unprotected, with your permissions. Reports say so.")
    private boolean unsandboxed;

    /**
     * The requested engine.
     *
     * @param name of the exercise, as the user gave it
     */
    Engine engine(GradingContext context, String name, Exercise exercise) throws IOException {
        return engine == Where.LOCAL
                ? local(context, exercise, Runtime.getRuntime().availableProcessors())
                : slurm(context, name, exercise.version());
    }

    /** The engine of one job on a cluster. */
    Engine inJob(GradingContext context, Exercise exercise) throws IOException {
        return local(context, exercise, 1);
    }

    private Engine local(GradingContext context, Exercise exercise, int defaultParallel)
            throws IOException {
        GraderInstallation installation = context.installation();
        Sandbox sandbox = unsandboxed ? new Unsandboxed() : installation.testedSandbox();
        return LocalEngine.of(
                GradingPlan.of(exercise),
                installation,
                sandbox,
                parallel > 0 ? parallel : defaultParallel);
    }

    /**
     * A new version of the exercise gets its own folder, because jobs of the old one may still run.
     */
    private Engine slurm(GradingContext context, String name, String version) throws IOException {
        context.installation(); // once, before all jobs look for it
        int cores = Math.max(1, parallel);
        List<String> job = new ArrayList<>(List.of("--cpus-per-task=" + cores));
        job.addAll(options);
        Path folder = context.folder(name).shards(version);
        return new SlurmEngine(Slurm.find(job), folder, worker(name, cores), jobs);
    }

    /** The command that runs this program on another machine. */
    private List<String> worker(String name, int cores) {
        Path folder = Path.of(name);
        String exercise = Files.isDirectory(folder) ? folder.toAbsolutePath().toString() : name;
        List<String> arguments =
                new ArrayList<>(List.of("grade", exercise, "--places", "" + cores));
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        return SelfProcess.command(arguments);
    }
}
