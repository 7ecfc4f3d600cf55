package openweights.cli.grading;

import java.util.List;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.slurm.EngineChoice;
import picocli.CommandLine.Option;

/** Options about where and how submissions are graded. */
final class EngineOptions {

    @Option(
            names = "--engine",
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. slurm requires that all machines of the cluster share this folder and the submissions.")
    private EngineChoice.Where engine = EngineChoice.Where.LOCAL;

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

    EngineChoice choice(GraderInstallation installation) {
        return new EngineChoice(installation, engine, parallel, jobs, options, unsandboxed);
    }
}
