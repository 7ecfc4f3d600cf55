package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void aCommandIsNamedAsItsClass() {
        for (Class<?> type : CommandGroup.all()) {
            assertEquals(type.getAnnotation(Command.class).name(), CommandGroup.name(type));
        }
    }

    /** What is not read says the same as what is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "-h",
                "--version",
                "--hlep",
                "help",
                "help audit",
                "help exercise check",
                "help nonsense",
                "audit --help",
                "audit",
                "nonsense",
                "adit seedling",
                "Audit",
                "-- audit",
                "exercise",
            })
    void readsOnlyWhatArgumentsNeed(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        CommandLine needed = Main.commandLineFor(words);
        assertEquals(Said.course((Object[]) words), Said.of(needed, (Object[]) words));
        long read =
                needed.getSubcommands().values().stream()
                        .filter(each -> each.getCommandSpec().userObject() != null)
                        .count();
        assertTrue(read <= 2, read + " commands were read");
    }

    /** A file of arguments may name any command. */
    @Test
    void readsAllForAFileOfArguments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "corpus --stories 2 --show 1");
        Said said = Said.of(Main.commandLineFor("@" + file), "@" + file);
        assertEquals(Said.course("corpus", "--stories", "2", "--show", "1"), said);
        assertEquals(0, said.status());
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
