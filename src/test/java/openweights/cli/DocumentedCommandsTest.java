package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.Document;
import openweights.base.Home;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Documents and messages name only commands and options that exist, and every command is in a
 * document.
 */
class DocumentedCommandsTest {

    private static final CommandLine COURSE = Main.commandLine();

    /** The command line in a text: from the launcher's name to the end of the command. */
    private static final Pattern CALL =
            Pattern.compile(
                    "(?:\\./course|\\.\\\\course\\.cmd)(?![\\w.])((?:(?!, )[^\n`\"#;|>)}<\\\\])*)");

    /** Options of other programs that documents name. */
    private static final Set<String> FOREIGN = Set.of("--add-modules");

    /** Words that follow the launcher's name where a sentence goes on. */
    private static final Set<String> PROSE = Set.of("again", "builds", "or");

    /**
     * @param place such as {@code README.md:12}
     * @param words what follows the launcher's name
     */
    private record Call(String place, List<String> words) {

        /** What is wrong with it, if anything. */
        Optional<String> fault() {
            CommandLine command = COURSE;
            for (String word : words) {
                if (word.equals("--")) {
                    return Optional.empty(); // the rest is another program's
                }
                if (word.startsWith("-")) {
                    String option = word.replaceFirst("=.*", "");
                    if (!command.getCommandSpec().optionsMap().containsKey(option)) {
                        return Optional.of(place + ": " + name(command) + " has no " + option);
                    }
                } else if (command.getSubcommands().containsKey(word)) {
                    command = command.getSubcommands().get(word);
                } else if (!command.getSubcommands().isEmpty()) {
                    return isName(word)
                            ? Optional.of(place + ": " + name(command) + " has no command " + word)
                            : Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** The command it calls, such as {@code course exercise new}. */
        String command() {
            CommandLine command = COURSE;
            for (String word : words) {
                command = command.getSubcommands().getOrDefault(word, command);
            }
            return name(command);
        }

        /** Neither a placeholder such as COMMAND or %s, nor a word of a sentence. */
        private static boolean isName(String word) {
            return word.matches("[a-z]+") && !PROSE.contains(word);
        }

        private static String name(CommandLine command) {
            return command.getCommandSpec().qualifiedName();
        }
    }

    @Test
    void documentsNameOnlyWhatExists() throws IOException {
        assertEquals(List.of(), faults(documented()));
    }

    @Test
    void messagesNameOnlyWhatExists() throws IOException {
        assertEquals(List.of(), faults(inSources()));
    }

    @Test
    void optionsByThemselvesExist() throws IOException {
        Set<String> known =
                tree(COURSE)
                        .flatMap(each -> each.getCommandSpec().optionsMap().keySet().stream())
                        .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Document document : documents()) {
            for (Code code : MarkdownTree.all(document.tree(), Code.class)) {
                String option = code.getLiteral().replaceFirst("[= ].*", "");
                if (option.matches("--[a-z][a-z-]+")
                        && !known.contains(option)
                        && !FOREIGN.contains(option)) {
                    unknown.add(document.place(code) + ": no command has " + option);
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyCommandIsInADocument() throws IOException {
        Set<String> missing =
                tree(COURSE)
                        .filter(each -> each.getSubcommands().isEmpty())
                        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                        .map(each -> each.getCommandSpec().qualifiedName())
                        .collect(Collectors.toCollection(TreeSet::new));
        documented().forEach(call -> missing.remove(call.command()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void commandsInDocumentsAreMarkedAsCode() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Document document : Document.all()) {
            MarkdownTree.all(document.tree(), Text.class).stream()
                    .filter(text -> text.getLiteral().contains("./course "))
                    .map(text -> document.place(text) + ": " + text.getLiteral())
                    .forEach(bare::add);
        }
        assertEquals(List.of(), bare);
    }

    @ParameterizedTest
    @CsvSource({
        "./course lab --set-up-only, ''",
        "./course frobnicate, here: course has no command frobnicate",
        "./course lab --fast, here: course lab has no --fast",
        "./course exercise make, here: course exercise has no command make",
        ".\\course.cmd lab --fast, here: course lab has no --fast",
        "./course grade --unsandboxd; then ./course lab, here: course grade has no --unsandboxd",
        "Run ./course COMMAND --help., ''",
        "./course test -- -Dit.test=KernelIT, ''"
    })
    void seesWhatIsWrong(String text, String fault) {
        assertEquals(fault, String.join("\n", faults(calls("here", text))));
    }

    private static List<String> faults(List<Call> calls) {
        return calls.stream().flatMap(call -> call.fault().stream()).toList();
    }

    private static List<Document> documents() throws IOException {
        return Document.all().stream().filter(each -> !each.isHistory()).toList();
    }

    private static List<Call> documented() throws IOException {
        List<Call> calls = new ArrayList<>();
        for (Document document : documents()) {
            for (Code code : MarkdownTree.all(document.tree(), Code.class)) {
                calls.addAll(calls(document.place(code), code.getLiteral()));
            }
            for (FencedCodeBlock block : MarkdownTree.all(document.tree(), FencedCodeBlock.class)) {
                calls.addAll(calls(document.place(block), block.getLiteral()));
            }
        }
        return calls;
    }

    /** Messages and comments, the templates of documents, the launchers, and the workflow. */
    private static List<Call> inSources() throws IOException {
        Path root = Home.locate().root();
        List<Call> calls = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (String name : List.of("src/main", ".ci", ".github/workflows")) {
            try (Stream<Path> found = Files.walk(root.resolve(name))) {
                found.filter(file -> file.toString().matches(".*\\.(java|md|py|txt|ya?ml)|.*run"))
                        .filter(Files::isRegularFile)
                        .forEach(files::add);
            }
        }
        files.add(root.resolve("course"));
        files.add(root.resolve("course.cmd"));
        for (Path file : files) {
            calls.addAll(calls(root.relativize(file).toString(), Files.readString(file)));
        }
        return calls;
    }

    private static List<Call> calls(String place, String text) {
        return CALL.matcher(text)
                .results()
                .map((MatchResult call) -> new Call(place, words(call.group(1))))
                .toList();
    }

    /** The words of a command, without the marks of the sentence that it stands in. */
    private static List<String> words(String command) {
        return Stream.of(command.strip().split("\\s+"))
                .map(word -> word.replaceFirst("[.,:?!]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<CommandLine> tree(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                Map.copyOf(command.getSubcommands()).values().stream()
                        .flatMap(DocumentedCommandsTest::tree));
    }
}
