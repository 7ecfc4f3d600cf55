package openweights.course.exercise.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.base.PrivateFolder;
import openweights.course.exercise.source.Exercise;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;

/**
 * The files of an exercise that students get.
 *
 * @param files the text of each file by name
 */
public record Release(Map<String, String> files) {

    /** How many digits of the exercise's version name the folder of a release. */
    private static final int VERSION_DIGITS = 12;

    public Release {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** A student's notebook, without outputs. */
    public static Notebook notebook(Exercise exercise, String student) {
        return StudentNotebook.of(exercise, student);
    }

    /**
     * What a student's notebook shows beside the answers: texts, given code, and visible tests.
     *
     * @param exercise with the student's own numbers
     */
    public static List<String> shown(Exercise exercise) {
        return StudentNotebook.shown(exercise);
    }

    /** The notebook's name among those of the lessons. */
    public static String notebookName(Exercise exercise) {
        return "exercise-" + exercise.id() + ".ipynb";
    }

    /**
     * A notebook, and a file that says from which version of the exercise it was made.
     *
     * @param student whose variant to use; empty for one that belongs to nobody
     */
    public static Release of(Exercise exercise, String student) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("exercise", exercise.id()).put("version", exercise.version());
        facts.put("points", exercise.points());
        return new Release(
                Map.of(
                        exercise.id() + ".ipynb",
                        NotebookFile.text(notebook(exercise, student)),
                        "release.json",
                        Json.pretty(facts) + "\n"));
    }

    /**
     * Writes a release to {@code FOLDER/EXERCISE/VERSION/}, and each student's variant to a folder
     * of its own in it.
     *
     * @return the release's folder
     */
    public static Path write(Exercise exercise, List<String> students, Path folder)
            throws IOException {
        String version = exercise.version().substring(0, VERSION_DIGITS);
        Path release = folder.resolve(exercise.id()).resolve(version);
        if (!students.isEmpty()) { // Their names are those of the folders.
            PrivateFolder.create(release.resolveSibling(""));
        }
        of(exercise, "").write(release);
        for (String student : students) {
            of(exercise, student).write(release.resolve(student));
        }
        return release;
    }

    /**
     * Writes the notebook alone next to those of the lessons.
     *
     * @return its file
     */
    public static Path writeNotebook(Exercise exercise, Path notebooks) throws IOException {
        Path file = notebooks.resolve(notebookName(exercise));
        NotebookFile.write(notebook(exercise, ""), file);
        return file;
    }

    /** Writes the files into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
