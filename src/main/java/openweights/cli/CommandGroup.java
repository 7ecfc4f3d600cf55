package openweights.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openweights.cli.course.BuildCommand;
import openweights.cli.course.DoctorCommand;
import openweights.cli.course.ExerciseCommand;
import openweights.cli.course.HubCommand;
import openweights.cli.course.LabCommand;
import openweights.cli.course.ProgressCommand;
import openweights.cli.course.RunCommand;
import openweights.cli.course.SiteCommand;
import openweights.cli.course.TestCommand;
import openweights.cli.engine.AdaptCommand;
import openweights.cli.engine.AuditCommand;
import openweights.cli.engine.CatalogueCommand;
import openweights.cli.engine.ChatCommand;
import openweights.cli.engine.ConvertCommand;
import openweights.cli.engine.CorpusCommand;
import openweights.cli.engine.EvaluateCommand;
import openweights.cli.engine.FetchCommand;
import openweights.cli.engine.GenerateCommand;
import openweights.cli.engine.InspectCommand;
import openweights.cli.engine.LogitsCommand;
import openweights.cli.engine.MergeCommand;
import openweights.cli.engine.ModelsCommand;
import openweights.cli.engine.QuantizeCommand;
import openweights.cli.engine.ReleaseCommand;
import openweights.cli.engine.ReproduceCommand;
import openweights.cli.engine.TokenizeCommand;
import openweights.cli.engine.TrainCommand;
import openweights.cli.grading.AutograderCommand;
import openweights.cli.grading.CollectCommand;
import openweights.cli.grading.DeskCommand;
import openweights.cli.grading.ExportCommand;
import openweights.cli.grading.FeedbackCommand;
import openweights.cli.grading.GradeCommand;
import openweights.cli.grading.RegradeCommand;
import openweights.cli.grading.ReviewCommand;
import openweights.cli.grading.RosterCommand;
import openweights.cli.grading.SimilarCommand;
import openweights.cli.grading.StatsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands, by what somebody wants to do. This is the only list of them: {@link Main} registers
 * what stands here, and {@link GroupedCommandList} shows it in this order.
 */
enum CommandGroup {
    LEARN("Learn", LabCommand.class, ProgressCommand.class, DoctorCommand.class, HelpCommand.class),
    MODELS(
            "Use and examine models",
            ModelsCommand.class,
            GenerateCommand.class,
            ChatCommand.class,
            TokenizeCommand.class,
            InspectCommand.class,
            LogitsCommand.class,
            ConvertCommand.class,
            QuantizeCommand.class,
            CatalogueCommand.class,
            FetchCommand.class,
            AuditCommand.class,
            BenchCommand.class),
    TRAIN(
            "Train and publish models",
            CorpusCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            AdaptCommand.class,
            MergeCommand.class,
            ReleaseCommand.class,
            ReproduceCommand.class),
    TEACH(
            "Teach",
            HubCommand.class,
            RosterCommand.class,
            CollectCommand.class,
            GradeCommand.class,
            ReviewCommand.class,
            DeskCommand.class,
            FeedbackCommand.class,
            ExportCommand.class,
            AutograderCommand.class,
            StatsCommand.class,
            SimilarCommand.class,
            RegradeCommand.class),
    AUTHOR(
            "Write lessons and exercises",
            BuildCommand.class,
            RunCommand.class,
            ExerciseCommand.class,
            SiteCommand.class,
            TestCommand.class);

    private final String title;
    private final List<Class<?>> commands;

    CommandGroup(String title, Class<?>... commands) {
        this.title = title;
        this.commands = List.of(commands);
    }

    String title() {
        return title;
    }

    List<Class<?>> commands() {
        return commands;
    }

    /** The commands of all groups. */
    static List<Class<?>> all() {
        return Arrays.stream(values()).<Class<?>>flatMap(g -> g.commands.stream()).toList();
    }

    /** The class of the command of that name. */
    static Optional<Class<?>> named(String name) {
        return all().stream().filter(command -> name(command).equals(name)).findFirst();
    }

    /** A command's name, which is that of its class, because reading annotations takes a while. */
    static String name(Class<?> command) {
        return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }

    /** Of all groups, the commands that are named, and of the others the name and description. */
    static List<Object> mentions(List<String> named) {
        return all().stream().<Object>map(c -> named.contains(name(c)) ? c : mention(c)).toList();
    }

    private static CommandSpec mention(Class<?> command) {
        Command annotation = command.getAnnotation(Command.class);
        CommandSpec spec = CommandSpec.create().name(annotation.name());
        spec.usageMessage().header(annotation.header()).description(annotation.description());
        return spec;
    }
}
