package openweights.cli.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.exercise.source.ExerciseTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "exercise",
        description = "Begin, check and release exercises.",
        subcommands = {ExerciseCheckCommand.class, ExerciseReleaseCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ExerciseCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "new",
            description = "Begin an exercise: a small one that is whole, to be changed.",
            mixinStandardHelpOptions = true)
    int begin(
            @Parameters(
                            paramLabel = "NN-name",
                            description = "The number of its lesson, then a name: 03-my-exercise.")
                    String id,
            @Parameters(paramLabel = "TITLE", description = "What students read at the top.")
                    String title)
            throws IOException {
        Home project = Home.locate();
        if (!id.matches("\\d\\d-[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is not of the form NN-name (two digits, then a-z, 0-9, -).");
        }
        ExerciseTemplate.write(project.exercises().resolve(id), lesson(project, id), title);
        System.out.printf(
                "exercises/%s: change its files, then run ./course exercise check %s%n", id, id);
        return CommandLine.ExitCode.OK;
    }

    private static String lesson(Home project, String id) throws IOException {
        String number = id.substring(0, 2);
        try (Stream<Path> files = Files.list(project.lessons())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(number + "-") && name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "there is no lesson %s. An exercise begins with the number of its lesson."
                                                    .formatted(number)));
        }
    }

    /** The folders of the exercises that are named; of all if none is. */
    static List<Path> select(Home project, List<String> names) {
        Path exercises = project.exercises();
        for (String name : names) {
            if (!Files.isDirectory(exercises.resolve(name))) {
                throw new IllegalArgumentException(
                        "there is no exercise \"%s\". Exercises: %s."
                                .formatted(name, String.join(", ", all(exercises))));
            }
        }
        return (names.isEmpty() ? all(exercises) : names).stream().map(exercises::resolve).toList();
    }

    private static List<String> all(Path exercises) {
        try (Stream<Path> folders = Files.list(exercises)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(exercises + " cannot be read.", e);
        }
    }
}
