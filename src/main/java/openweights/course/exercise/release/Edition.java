package openweights.course.exercise.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import org.jspecify.annotations.Nullable;

/**
 * Where exercises are released: into a folder, an nbgrader course, or both; otherwise among the
 * course's notebooks.
 *
 * @param folder holds each release in EXERCISE/VERSION; null for none
 * @param students who get their variants written into that folder
 * @param nbgrader the folder of an nbgrader course; null for none
 */
public record Edition(
        Home project, @Nullable Path folder, List<String> students, @Nullable Path nbgrader) {

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
        return written == null ? Release.writeNotebook(exercise, project.notebooks()) : written;
    }
}
