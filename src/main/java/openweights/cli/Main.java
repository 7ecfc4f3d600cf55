package openweights.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code course} command. A command is one class in a package below this one and one line in
 * {@link CommandGroup}.
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
            "2:wrong use or a broken environment"
        },
        footer = "%n./course COMMAND --help says what a command does and takes.")
public final class Main implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to parse: what {@link #main} runs, and tests too. */
    public static CommandLine commandLine() {
        CommandLine course = new CommandLine(new Main());
        for (CommandGroup group : CommandGroup.values()) {
            group.commands().forEach(course::addSubcommand);
        }
        course.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new GroupedCommandList());
        return course.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorHandler());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
