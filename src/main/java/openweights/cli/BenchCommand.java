package openweights.cli;

import openweights.cli.command.CourseCommand;
import openweights.cli.course.BenchClassCommand;
import openweights.cli.engine.BenchEngineCommand;
import openweights.cli.engine.BenchModelCommand;
import openweights.cli.engine.BenchTrainCommand;
import openweights.cli.grading.BenchGradeCommand;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measure how fast this machine computes, as ratios within one run.",
        subcommands = {
            BenchClassCommand.class,
            BenchEngineCommand.class,
            BenchGradeCommand.class,
            BenchModelCommand.class,
            BenchTrainCommand.class
        },
        synopsisSubcommandLabel = "WHAT")
final class BenchCommand extends CourseCommand {

    @Override
    protected void run() {
        help();
    }
}
