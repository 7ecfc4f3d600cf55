package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Home;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Every command has one place in the list of commands. */
class CommandGroupTest {

    private final CommandLine course = Main.commandLine();

    @Test
    void everyCommandClassIsReachedFromAGroup() throws IOException {
        Set<String> unreached = commandClasses();
        tree(course)
                .map(each -> each.getCommandSpec().userObject().getClass().getSimpleName())
                .forEach(unreached::remove);
        assertEquals(Set.of(), unreached, "add these to CommandGroup, or to a command in it");
    }

    @Test
    void noCommandIsInTwoGroups() {
        List<Class<?>> all =
                Arrays.stream(CommandGroup.values()).flatMap(g -> g.commands().stream()).toList();
        assertEquals(all.size(), Set.copyOf(all).size());
        assertEquals(all.size(), course.getSubcommands().size());
    }

    @Test
    void helpListsEveryCommandUnderItsGroup() {
        List<String> expected = new ArrayList<>();
        for (CommandGroup group : CommandGroup.values()) {
            expected.add(group.title() + ":");
            for (Class<?> type : group.commands()) {
                expected.add("  " + type.getAnnotation(Command.class).name());
            }
        }
        assertEquals(expected, headingsAndNames(help()));
    }

    @Test
    void helpShowsOneSentencePerCommand() {
        String rows =
                list(help()).filter(line -> line.startsWith(" ")).collect(Collectors.joining(" "));
        assertFalse(rows.replaceAll("\\s+", " ").matches(".*\\. [A-Z].*"), rows);
    }

    /** The classes in {@code cli} that are commands with a name. */
    private static Set<String> commandClasses() throws IOException {
        Pattern command =
                Pattern.compile("@Command\\(\\s*name = [^@]*?class (\\w+)", Pattern.DOTALL);
        Set<String> classes = new TreeSet<>();
        Path sources = Home.locate().sources().resolve("openweights/cli");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher found = command.matcher(Files.readString(file));
                while (found.find()) {
                    classes.add(found.group(1));
                }
            }
        }
        return classes;
    }

    private static String help() {
        return Said.course("--help").out();
    }

    /** The lines from the first group to the exit codes. */
    private static Stream<String> list(String help) {
        return help.lines()
                .dropWhile(line -> !line.equals(CommandGroup.values()[0].title() + ":"))
                .takeWhile(line -> !line.startsWith("Exit codes"));
    }

    /** The titles of the groups and the first words of the lines below them. */
    private static List<String> headingsAndNames(String help) {
        return list(help)
                .filter(line -> line.matches("\\S.*:|  \\S.*"))
                .map(line -> line.startsWith("  ") ? "  " + line.strip().split(" ")[0] : line)
                .toList();
    }

    private static Stream<CommandLine> tree(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandGroupTest::tree));
    }
}
