package openweights.cli;

import openweights.cli.course.BenchClassCommand;
import openweights.cli.engine.BenchEngineCommand;
import openweights.cli.engine.BenchModelCommand;
import openweights.cli.engine.BenchPeerCommand;
import openweights.cli.engine.BenchTrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measure how fast this machine computes, as ratios within one run.",
        subcommands = {
            BenchClassCommand.class,
            BenchEngineCommand.class,
            BenchGradeCommand.class,
            BenchModelCommand.class,
            BenchPeerCommand.class,
            BenchTrainCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT")
final class BenchCommand implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
