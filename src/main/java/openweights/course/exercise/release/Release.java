package openweights.course.exercise.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import openweights.course.exercise.source.Exercise;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;

/**
 * The files that students get, by name.
 *
 * @param files the text of each
 */
public record Release(Map<String, String> files) {

    public Release {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** A student's notebook, without outputs. */
    public static Notebook notebook(Exercise exercise, String student) {
        return StudentNotebook.of(exercise, student);
    }

    /** The notebook's name beside those of the lessons. */
    public static String notebookName(Exercise exercise) {
        return "exercise-" + exercise.id() + ".ipynb";
    }

    /**
     * One notebook, and what it is made of.
     *
     * @param student whose variant it is; empty for a form that is nobody's own
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
                        facts.toPrettyString() + "\n"));
    }

    /** Writes the files into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path part = folder.resolve(file.getKey() + ".part");
            Files.writeString(part, file.getValue(), StandardCharsets.UTF_8);
            Files.move(part, folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
