package openweights.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The list of commands in {@code ./course --help}: one table per {@link CommandGroup}, one line per
 * command with the first sentence of its description. The rest is in {@code ./course COMMAND
 * --help}.
 */
final class GroupedCommandList implements IHelpSectionRenderer {

    private static final int INDENT = 2;

    @Override
    public String render(Help help) {
        StringBuilder list = new StringBuilder();
        for (CommandGroup group : CommandGroup.values()) {
            list.append(help.createHeading("%n@|bold " + group.title() + ":|@%n"));
            list.append(table(help, group.commands()));
        }
        return list.toString();
    }

    private static TextTable table(Help help, List<Class<?>> commands) {
        int names = nameWidth(help);
        int width = help.commandSpec().usageMessage().width();
        TextTable table =
                TextTable.forColumns(
                        help.colorScheme(),
                        new Column(names, INDENT, Column.Overflow.SPAN),
                        new Column(width - names, INDENT, Column.Overflow.WRAP));
        List<String> members = commands.stream().map(CommandGroup::name).toList();
        for (Help command : help.subcommands().values()) {
            if (members.contains(command.commandSpec().name())) {
                table.addRowValues(command.commandNamesText(", "), summary(command));
            }
        }
        return table;
    }

    private static int nameWidth(Help help) {
        return INDENT
                + help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The header, where picocli's own {@code help} has its summary, or the first sentence. */
    private static Text summary(Help command) {
        UsageMessageSpec usage = command.commandSpec().usageMessage();
        String text =
                String.join(" ", usage.header().length > 0 ? usage.header() : usage.description());
        int end = text.indexOf(". ");
        return command.colorScheme().text(end < 0 ? text : text.substring(0, end + 1));
    }
}
