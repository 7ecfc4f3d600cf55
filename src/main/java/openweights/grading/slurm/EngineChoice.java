package openweights.grading.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.SelfProcess;
import openweights.course.exercise.source.Exercise;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.GradingFolder;
import openweights.grading.run.Engine;
import openweights.grading.run.GradingPlan;
import openweights.grading.run.LocalEngine;

/**
 * Where and how a user wants submissions graded.
 *
 * @param installation exists before any job of a cluster looks for it
 * @param parallel how many submissions at a time; 0 for one per processor, or one per job
 * @param jobs of a cluster, at most; 0 to let the number of submissions decide
 * @param options of {@code sbatch} for each job
 * @param unsandboxed whether to run students' code unprotected
 */
public record EngineChoice(
        GraderInstallation installation,
        Where where,
        int parallel,
        int jobs,
        List<String> options,
        boolean unsandboxed) {

    /** The kinds of engines. */
    public enum Where {
        LOCAL,
        SLURM
    }

    /** The engine that was chosen. */
    public Engine engine(Exercise exercise, GradingFolder folder) throws IOException {
        return where == Where.LOCAL
                ? local(exercise, Runtime.getRuntime().availableProcessors())
                : slurm(exercise, folder);
    }

    /** The engine of one job on a cluster. */
    public Engine inJob(Exercise exercise) throws IOException {
        return local(exercise, 1);
    }

    private Engine local(Exercise exercise, int defaultParallel) throws IOException {
        return LocalEngine.of(
                GradingPlan.of(exercise),
                installation,
                installation.sandbox(unsandboxed),
                parallel > 0 ? parallel : defaultParallel);
    }

    /**
     * A new version of the exercise gets its own folder, because jobs of the old one may still run.
     */
    private Engine slurm(Exercise exercise, GradingFolder folder) {
        int cores = Math.max(1, parallel);
        return new SlurmEngine(
                Slurm.find(cores, options),
                folder.shards(exercise.version()),
                worker(folder, cores),
                jobs);
    }

    /** The command that runs this program on another machine. */
    List<String> worker(GradingFolder grading, int cores) {
        String name = grading.exercise();
        Path folder = Path.of(name);
        String exercise = Files.isDirectory(folder) ? folder.toAbsolutePath().toString() : name;
        List<String> arguments =
                new ArrayList<>(List.of("grade", exercise, "--places", "" + cores));
        arguments.addAll(grading.options());
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        return SelfProcess.command(arguments);
    }
}
