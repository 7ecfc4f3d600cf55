package openweights.grading.autograder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.AtomicFile;
import openweights.base.UserException;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.release.VisiblePart;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseFile;
import openweights.course.exercise.source.Exercises;
import openweights.course.notebook.NotebookFile;

/**
 * The repository that students start from in GitHub Classroom: the notebook, and a workflow that
 * runs the visible tests. Students can read and change all of it, so nothing in it is hidden.
 */
public final class ClassroomFolder {

    private ClassroomFolder() {}

    /**
     * Writes the files; what else is in the folder stays.
     *
     * @param place where the exercise is
     * @throws UserException if the exercise has variants: all repositories would have the same
     */
    public static void write(Exercise exercise, Exercises place, Path folder) throws IOException {
        if (!exercise.variants().isEmpty()) {
            throw new UserException(
                    "%s has other numbers for each student, and every repository would have the same. Release its notebooks by name: ./course exercise release --student NAME %s"
                            .formatted(exercise.id(), place.again(exercise.id())));
        }
        Path github = Files.createDirectories(folder.resolve(".github/workflows"));
        AtomicFile.write(
                github.resolve("classroom.yml"),
                new String(AutograderZip.script("classroom.yml"), StandardCharsets.UTF_8));
        AtomicFile.write(
                folder.resolve(".github/exercise.json"),
                ExerciseFile.text(VisiblePart.of(exercise)));
        NotebookFile.write(
                Release.notebook(exercise, ""), folder.resolve(exercise.id() + ".ipynb"));
    }
}
