package openweights.course.exercise.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.course.exercise.source.Exercise;
import openweights.course.notebook.NotebookFile;

/**
 * A course folder for nbgrader: {@code source/EXERCISE/EXERCISE.ipynb} and a configuration.
 *
 * <p>nbgrader gets the same notebook as the students, so it has no solutions to strip and sees only
 * the visible tests.
 */
public final class NbgraderCourse {

    private static final String CONFIGURATION =
            """
            c = get_config()
            c.CourseDirectory.course_id = "open-weights"
            # The notebooks contain no solutions and no hidden tests, so nothing has to be stripped.
            c.GenerateAssignment.preprocessors = [
                "nbgrader.preprocessors.IncludeHeaderFooter",
                "nbgrader.preprocessors.LockCells",
                "nbgrader.preprocessors.ClearOutput",
                "nbgrader.preprocessors.CheckCellMetadata",
                "nbgrader.preprocessors.ComputeChecksums",
                "nbgrader.preprocessors.SaveCells",
                "nbgrader.preprocessors.ComputeChecksums",
                "nbgrader.preprocessors.CheckCellMetadata",
            ]
            # The kernel takes a moment to start, and ND4J to load.
            c.ExecutePreprocessor.timeout = 120
            c.ExecutePreprocessor.startup_timeout = 120
            """;

    private NbgraderCourse() {}

    /** Adds an exercise as an assignment. An existing configuration is left unchanged. */
    public static void add(Exercise exercise, Path course) throws IOException {
        Path source = course.resolve("source").resolve(exercise.id());
        NotebookFile.write(
                Release.notebook(exercise, ""), source.resolve(exercise.id() + ".ipynb"));
        Path configuration = course.resolve("nbgrader_config.py");
        if (!Files.exists(configuration)) {
            Files.writeString(configuration, CONFIGURATION);
        }
    }
}
