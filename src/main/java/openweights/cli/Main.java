package openweights.cli;

import openweights.cli.course.BuildCommand;
import openweights.cli.course.DoctorCommand;
import openweights.cli.course.ExerciseCommand;
import openweights.cli.course.LabCommand;
import openweights.cli.course.RunCommand;
import openweights.cli.course.SiteCommand;
import openweights.cli.course.TestCommand;
import openweights.cli.engine.AdaptCommand;
import openweights.cli.engine.AuditCommand;
import openweights.cli.engine.CatalogueCommand;
import openweights.cli.engine.CorpusCommand;
import openweights.cli.engine.EvaluateCommand;
import openweights.cli.engine.FetchCommand;
import openweights.cli.engine.GenerateCommand;
import openweights.cli.engine.InspectCommand;
import openweights.cli.engine.MergeCommand;
import openweights.cli.engine.ModelsCommand;
import openweights.cli.engine.QuantizeCommand;
import openweights.cli.engine.ReleaseCommand;
import openweights.cli.engine.ReproduceCommand;
import openweights.cli.engine.TokenizeCommand;
import openweights.cli.engine.TrainCommand;
import openweights.cli.grading.CollectCommand;
import openweights.cli.grading.ExportCommand;
import openweights.cli.grading.FeedbackCommand;
import openweights.cli.grading.GradeCommand;
import openweights.cli.grading.RegradeCommand;
import openweights.cli.grading.ReviewCommand;
import openweights.cli.grading.StatsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code course} command. Each of its commands is one class below this package and one line in
 * the list below.
 */
@Command(
        name = "course",
        description = "Learn what a network's weights are by computing with them.",
        subcommands = {
            LabCommand.class,
            DoctorCommand.class,
            BuildCommand.class,
            RunCommand.class,
            SiteCommand.class,
            ExerciseCommand.class,
            TestCommand.class,
            InspectCommand.class,
            TokenizeCommand.class,
            ModelsCommand.class,
            GenerateCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            QuantizeCommand.class,
            AdaptCommand.class,
            MergeCommand.class,
            CorpusCommand.class,
            CatalogueCommand.class,
            FetchCommand.class,
            AuditCommand.class,
            ReleaseCommand.class,
            ReproduceCommand.class,
            BenchCommand.class,
            CollectCommand.class,
            GradeCommand.class,
            RegradeCommand.class,
            ReviewCommand.class,
            FeedbackCommand.class,
            ExportCommand.class,
            StatsCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a finding, such as a failed check",
            "2:wrong use or a broken environment",
            "3:a bug in the course; its trace is shown"
        })
public final class Main implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine course = commandLine();
        System.exit(run(course, arguments));
    }

    /** Picocli hands exceptions to the handler, but lets errors such as a failed assertion pass. */
    static int run(CommandLine course, String... arguments) {
        try {
            return course.execute(arguments);
        } catch (Error defect) {
            return ErrorHandler.report(defect, course.getErr());
        }
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorHandler());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
