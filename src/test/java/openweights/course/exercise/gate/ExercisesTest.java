package openweights.course.exercise.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.markdown.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every exercise in the course passes the gate. */
class ExercisesTest {

    @TestFactory
    List<DynamicTest> everyExercisePassesTheGate() throws IOException {
        try (Stream<Path> folders = Files.list(Home.locate().exercises())) {
            return folders.sorted()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> pass(folder)))
                    .toList();
        }
    }

    private static void pass(Path folder) throws IOException {
        List<Problem> problems = Gate.check(Exercise.read(folder), new ShellRunner());
        assertEquals(List.of(), problems.stream().map(Problem::toString).toList());
    }
}
