package openweights.course.exercise.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercises;
import org.jspecify.annotations.Nullable;

/**
 * Where exercises are released: into a folder, an nbgrader course, or both; otherwise those of the
 * course among its notebooks, and others where they lie, because an instructor's own work does not
 * belong into the course's folder.
 *
 * @param folder holds each release in EXERCISE/VERSION; null for none
 * @param students who get their variants written into that folder
 * @param nbgrader the folder of an nbgrader course; null for none
 */
public record Edition(
        Exercises exercises,
        @Nullable Path folder,
        List<String> students,
        @Nullable Path nbgrader) {

    /**
     * Releases an exercise.
     *
     * @return the notebook or folder that was written last
     */
    public Path write(Exercise exercise) throws IOException {
        @Nullable Path written = null;
        if (nbgrader != null) {
            NbgraderCourse.add(exercise, nbgrader);
            written = nbgrader;
        }
        if (folder != null) {
            written = Release.write(exercise, students, folder);
        }
        return written == null ? Release.writeNotebook(exercise, notebooks()) : written;
    }

    private Path notebooks() {
        return exercises.areOfTheCourse() ? exercises.project().notebooks() : exercises.folder();
    }
}
