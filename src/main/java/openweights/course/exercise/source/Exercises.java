package openweights.course.exercise.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.PrivateFolder;
import openweights.base.ShellWord;
import openweights.base.UserException;

/**
 * A folder of exercises, to list them, to select them by name, and to begin new ones.
 *
 * @param folder holds one folder per exercise
 */
public record Exercises(Home project, Path folder) {

    /** Those of the course. */
    public Exercises(Home project) {
        this(project, project.exercises());
    }

    /** Whether they are the exercises that the course comes with. */
    public boolean areOfTheCourse() {
        return equals(new Exercises(project));
    }

    /** The option that lets another command find these exercises; none for those of the course. */
    public List<String> options() {
        return areOfTheCourse() ? List.of() : List.of("--exercises", folder.toString());
    }

    /** The end of another command about an exercise: its name, and the option if it is needed. */
    public String again(String name) {
        return ShellWord.all(Stream.concat(Stream.of(name), options().stream()).toList());
    }

    /**
     * The folders of the named exercises.
     *
     * @param names ids such as {@code 01-two-layers}; if there are none, all exercises are meant
     * @throws UserException if there is no exercise with one of the names
     */
    public List<Path> select(List<String> names) throws IOException {
        List<String> known = ids();
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknown(name);
            }
        }
        return (names.isEmpty() ? known : names).stream().map(folder::resolve).toList();
    }

    /**
     * The exercise with a name in this folder, or the one in a folder anywhere.
     *
     * @throws UserException if there is none
     */
    public Exercise read(String name) throws IOException {
        Path named = folder.resolve(name);
        Path found = Files.isDirectory(named) ? named : Path.of(name);
        if (!Files.isDirectory(found)) {
            throw unknown(name);
        }
        if (!Files.isRegularFile(found.resolve("exercise.md"))) {
            throw new UserException(
                    "The folder %s is not an exercise, because it holds no exercise.md. Exercises in %s: %s."
                            .formatted(found.toAbsolutePath().normalize(), folder, known()));
        }
        return Exercise.read(found);
    }

    private UserException unknown(String name) throws IOException {
        return new UserException(
                "There is no exercise \"%s\" in %s. Exercises there: %s."
                        .formatted(name, folder, known()));
    }

    private String known() throws IOException {
        String known = Files.isDirectory(folder) ? String.join(", ", ids()) : "";
        return known.isEmpty() ? "none" : known;
    }

    /**
     * Begins an exercise: writes a small, complete one for its author to change. Outside the
     * course's folder only the author can read it, because it holds solutions and hidden tests.
     *
     * @param id two digits and a name, such as {@code 03-my-exercise}; where the digits are a
     *     lesson's number, the exercise refers to that lesson
     * @param title what students read at the top
     * @throws UserException if the id is malformed
     * @throws java.nio.file.FileAlreadyExistsException if the exercise exists
     */
    public void begin(String id, String title) throws IOException {
        if (!id.matches("\\d\\d-[a-z0-9-]+")) {
            throw new UserException(
                    "\""
                            + id
                            + "\" does not have the form NN-name (two digits, then a-z, 0-9, -).");
        }
        ExerciseTemplate.write(folder.resolve(id), lesson(id.substring(0, 2)), title);
        if (!areOfTheCourse()) { // Whoever sets up a course for others decides who reads its own.
            PrivateFolder.create(folder.resolve(id));
        }
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The slug of the lesson with a number; empty if no lesson has that number. */
    private Optional<String> lesson(String number) throws IOException {
        try (Stream<Path> files = Files.list(project.lessons())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(number + "-") && name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .findFirst();
        }
    }
}
