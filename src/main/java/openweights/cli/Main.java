package openweights.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openweights.base.StandardOutput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The {@code course} command. Each of its commands is one class below this package and one line in
 * the list below.
 */
@Command(
        name = "course",
        description = "Learn what a network's weights are by computing with them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "",
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
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        StandardOutput.endWithItsReader(() -> System.exit(StandardOutput.CLOSED));
        System.exit(run(commandLineFor(arguments), arguments));
    }

    /** Picocli hands exceptions to the handler, but lets errors such as a failed assertion pass. */
    static int run(CommandLine course, String... arguments) {
        try {
            return course.execute(arguments);
        } catch (Error defect) {
            return ErrorHandler.report(defect, course.getErr());
        }
    }

    /** The whole command line, ready to parse. */
    public static CommandLine commandLine() {
        return commandLine(CommandGroup.all());
    }

    /** What these arguments need of it: of commands that they do not name, at most a mention. */
    static CommandLine commandLineFor(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.stream().anyMatch(word -> word.startsWith("@"))) { // words are in a file
            return commandLine();
        }
        Optional<Class<?>> first = words.stream().findFirst().flatMap(CommandGroup::named);
        return first.isPresent() && first.get() != HelpCommand.class
                ? commandLine(List.of(first.get()))
                : commandLine(CommandGroup.mentions(words));
    }

    private static CommandLine commandLine(List<?> commands) {
        CommandLine course = new CommandLine(new Main());
        commands.forEach(course::addSubcommand);
        course.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new GroupedCommandList());
        return course.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorHandler());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
