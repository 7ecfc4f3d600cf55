package openweights.course.exercise.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.Json;

/**
 * An exercise in one file, for a grader that is away from the course. It has what grading needs:
 * the cells and the tests, and neither mistakes nor other right answers.
 */
public final class ExerciseFile {

    private ExerciseFile() {}

    /** The file's text. */
    public static String text(Exercise exercise) {
        return Json.pretty(with(exercise, exercise.points(), exercise.parts(), exercise.tests()))
                + "\n";
    }

    /**
     * Reads a file.
     *
     * @throws openweights.base.JsonException if it does not hold an exercise
     */
    public static Exercise read(Path file) throws IOException {
        return Json.read(file, Exercise.class);
    }

    /** The same exercise with other cells and tests, and without mistakes and right answers. */
    public static Exercise with(
            Exercise exercise,
            int points,
            List<ExerciseCell> parts,
            List<Exercise.TestFile> tests) {
        return new Exercise(
                exercise.id(),
                exercise.title(),
                exercise.lesson(),
                exercise.minutes(),
                exercise.difficulty(),
                points,
                exercise.variants(),
                parts,
                tests,
                List.of(),
                List.of(),
                Map.of(),
                exercise.version());
    }
}
