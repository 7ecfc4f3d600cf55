package openweights.grading.autograder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.Requirement;
import openweights.base.Home;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Gradescope, from {@code setup.sh} to {@code results.json}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AutograderIT {

    /** Tries to read the tests, and to write the results, now and later. */
    private static final String HOSTILE =
            """
            int twice(int x) throws Exception {
                StringBuilder found = new StringBuilder();
                for (String each : List.of("source/exercise.json", "submission_metadata.json", "submission", "results/results.json")) {
                    try {
                        found.append(new String(new FileInputStream("/autograder/" + each).readAllBytes()));
                    } catch (IOException e) {
                        found.append("refused ");
                    }
                }
                String write = "while :; do echo '{\\"score\\": 100}' > /autograder/results/results.json; sleep 0.05; done";
                new ProcessBuilder("setsid", "sh", "-c", write).start();
                throw new IllegalStateException(found.toString());
            }
            """;

    private static Container container;

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        Requirement.ROOT.check(
                "root".equals(System.getProperty("user.name")),
                "Only root can run the autograder of Gradescope.");
        // A sandbox's user must be able to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path zip = folder.resolve("autograder.zip");
        AutograderZip.write(SampleExercise.exercise(), Home.locate(), zip);
        container = Container.build(folder, zip);
    }

    @BeforeEach
    void clear() throws IOException {
        try (Stream<Path> files = Files.list(container.submission())) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.deleteIfExists(container.metadata());
    }

    @Test
    void rightAnswersGetAllPointsByEitherIsolation() throws IOException {
        submit(SampleExercise.TWICE, SampleExercise.HALF);
        JsonNode bare = container.results(false);
        assertEquals(3, bare.path("score").asDouble(), bare::toPrettyString);
        assertTrue(sandbox(bare).startsWith("another user"), bare::toPrettyString);
        String log = container.log();
        assertTrue(log.contains("stopped  read tests and grades"), log);
        JsonNode namespaces = container.results(true);
        assertEquals(3, namespaces.path("score").asDouble(), namespaces::toPrettyString);
        assertTrue(sandbox(namespaces).startsWith("bubblewrap"), namespaces::toPrettyString);
    }

    @Test
    void hiddenTestsAreShownAfterPublishingOnly() throws IOException {
        submit(SampleExercise.TWICE, "String half(double x) { return \"?\"; }");
        JsonNode results = container.results(false);
        assertEquals(2, results.path("score").asDouble(), results::toPrettyString);
        for (JsonNode test : results.path("tests")) {
            boolean visible = test.path("name").asText().contains("doubles(");
            assertEquals(
                    visible ? "visible" : "after_published",
                    test.path("visibility").asText(),
                    test::toString);
            assertTrue(test.path("score").asInt() <= test.path("max_score").asInt());
        }
        assertEquals(3, results.path("tests").size());
    }

    @Test
    void hostileCodeNeitherReadsTestsNorWritesResults() throws IOException {
        submit(HOSTILE, SampleExercise.HALF);
        for (boolean namespaces : new boolean[] {false, true}) {
            JsonNode results = container.results(namespaces);
            assertEquals(1, results.path("score").asDouble(), results::toPrettyString);
            assertTrue(results.toString().contains("refused refused refused refused"));
            assertFalse(results.toString().contains(SampleExercise.SECRET));
            assertFalse(
                    ProcessHandle.allProcesses()
                            .flatMap(each -> each.info().commandLine().stream())
                            .anyMatch(line -> line.contains("results.json; sleep")),
                    "it still runs");
        }
    }

    @Test
    void whatCannotBeGradedIsExplained() throws IOException {
        JsonNode missing = container.results(false);
        assertEquals(0, missing.path("score").asInt(-1));
        assertTrue(missing.path("output").asText().contains("There is no notebook"));
        Files.writeString(container.submission().resolve("x.ipynb"), "{\"cells\": [");
        JsonNode broken = container.results(false);
        assertEquals(0, broken.path("score").asInt(-1));
        assertTrue(broken.path("output").asText().contains("a person will review"));
        assertEquals(3, broken.path("tests").size());
    }

    @Test
    void aLateSubmissionAndOneOfSeveralAttempts() throws IOException {
        submit(SampleExercise.TWICE, SampleExercise.HALF);
        Files.writeString(
                container.metadata(),
                """
                {"id": 9, "created_at": "2026-11-20T14:30:00.365935-07:00",
                 "assignment": {"due_date": "2026-11-20T10:00:00.000000-07:00"},
                 "users": [{"name": "Ann Lee", "email": "ann@example.org", "id": 4}],
                 "previous_submissions": [{"submission_time": "2026-11-19T10:00:00-07:00", "score": 1.0}]}
                """);
        JsonNode results = container.results(false);
        assertEquals(3, results.path("score").asDouble());
        assertTrue(results.path("output").asText().contains("4 h 30 min after the due date"));
    }

    @Test
    void aBrokenInstallationIsNotTheStudentsFault() throws IOException {
        submit(SampleExercise.TWICE, SampleExercise.HALF);
        Path exercise = container.source().resolve("exercise.json");
        Path aside = Files.move(exercise, exercise.resolveSibling("aside"));
        try {
            JsonNode results = container.results(false);
            assertTrue(results.path("output").asText().contains("fault of its installation"));
        } finally {
            Files.move(aside, exercise);
        }
    }

    private static void submit(String first, String second) throws IOException {
        SampleExercise.write(container.submission(), "mine", first, second);
    }

    private static String sandbox(JsonNode results) {
        return StreamSupport.stream(results.path("extra_data").spliterator(), false)
                .map(JsonNode::asText)
                .reduce((one, last) -> last)
                .orElse("");
    }
}
