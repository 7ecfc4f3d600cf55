package openweights.grading.autograder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.Json;
import openweights.course.exercise.source.Exercises;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository for GitHub Classroom: what is in it, and what its workflow runs. */
class ClassroomIT {

    private static final String MAIN = "openweights.platform.ClassroomMain";

    @TempDir private Path folder;

    @Test
    void holdsNothingHidden() throws IOException {
        ClassroomFolder.write(SampleExercise.exercise(), new Exercises(Home.locate()), folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(each);
                assertFalse(text.contains(SampleExercise.SECRET), each::toString);
                assertFalse(text.contains("return 2 * x"), each::toString);
            }
        }
        String workflow = Files.readString(folder.resolve(".github/workflows/classroom.yml"));
        JsonNode yaml = Json.readYaml("classroom.yml", workflow, JsonNode.class);
        // GitHub Classroom looks for these names.
        assertEquals("Autograding Tests", yaml.path("name").asText());
        assertTrue(yaml.path("jobs").has("run-autograding-tests"));
        assertTrue(workflow.contains(MAIN));
    }

    @Test
    void reportsPointsOfVisibleTests() throws Exception {
        ClassroomFolder.write(SampleExercise.exercise(), new Exercises(Home.locate()), folder);
        SampleExercise.write(folder, "sample", SampleExercise.TWICE, null);
        assertTrue(run(0).contains("report::{\"totalPoints\":1,\"maxPoints\":1}"));
        SampleExercise.write(folder, "sample", "int twice(int x) { return x; }", null);
        String wrong = run(1);
        assertTrue(wrong.contains("::notice title=Autograding complete::Points 0/1"), wrong);
        Files.delete(folder.resolve("sample.ipynb"));
        assertTrue(run(1).contains("::error::There is no notebook sample.ipynb"));
    }

    private String run(int code) throws Exception {
        Home home = Home.locate();
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin/java") + "",
                                        "-D" + Home.HOME_PROPERTY + "=" + home.root(),
                                        "-Dorg.bytedeco.javacpp.cachedir="
                                                + home.state().resolve("natives"),
                                        "-cp",
                                        home.jar() + ":" + home.libraries() + "/*",
                                        MAIN,
                                        folder.resolve(".github/exercise.json").toString(),
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), out);
        return out;
    }
}
