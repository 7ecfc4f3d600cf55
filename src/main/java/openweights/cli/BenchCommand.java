package openweights.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measure how fast this machine computes, as ratios within one run.",
        subcommands = {EngineBench.class, GradeBench.class, ModelBench.class, TrainBench.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT")
final class BenchCommand implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
