package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openweights.course.exercise.release.Nbgrader.Kind;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseTemplate;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NbgraderTest {

    /** The keys that schema version 3 of nbgrader allows. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "schema_version",
                    "grade",
                    "solution",
                    "locked",
                    "task",
                    "grade_id",
                    "points",
                    "checksum",
                    "cell_type");

    @TempDir private Path temporary;
    private Notebook notebook;

    @BeforeEach
    void makeNotebook() throws IOException {
        Path folder = temporary.resolve("01-halves");
        ExerciseTemplate.write(folder, Optional.of("01-what-is-a-weight"), "Halves");
        notebook = Release.notebook(Exercise.read(folder), "");
    }

    /** The checksums come from compute_checksum of nbgrader 0.9.6. */
    @Test
    void checksumsEqualThoseOfNbgrader() {
        String source = "double half(double x) {\n    return x / 2; // ½\n}";
        assertEquals(
                "b96a63930a7ed5d487f897e64d475095",
                new Nbgrader(Kind.TESTS, "q1-tests", 2).checksum(source));
        assertEquals(
                "624993dadbcc01df8a6f4711cef14cb5",
                new Nbgrader(Kind.ANSWER, "q1", 0).checksum(source));
        assertEquals(
                "887ce016ac8b1980065ffd849e801506",
                new Nbgrader(Kind.READ_ONLY, "data", 0).checksum(source));
    }

    @Test
    void writesNoKeyThatTheSchemaForbids() {
        for (Cell.Code cell : notebook.code()) {
            Set<String> keys = new HashSet<>();
            cell.metadata().path("nbgrader").fieldNames().forEachRemaining(keys::add);
            assertTrue(ALLOWED.containsAll(keys), keys.toString());
            assertEquals(cell.id(), cell.metadata().at("/nbgrader/grade_id").asText());
        }
    }

    @Test
    void answerIsOpenAndTestsAreLocked() {
        List<Cell.Code> cells = notebook.code();
        assertEquals(List.of("q1", "q1-tests"), cells.stream().map(Cell::id).toList());
        assertTrue(cells.get(0).metadata().at("/nbgrader/solution").asBoolean());
        assertTrue(cells.get(1).metadata().at("/nbgrader/grade").asBoolean());
        assertEquals(1, cells.get(1).metadata().at("/nbgrader/points").asInt());
        assertTrue(
                cells.get(1)
                        .source()
                        .endsWith("Check.question(\"q1\", HalfTest.class).later(1, 2).run();"),
                cells.get(1).source());
    }

    @Test
    void sameExerciseGivesSameBytes() throws IOException {
        Exercise exercise = Exercise.read(temporary.resolve("01-halves"));
        assertEquals(
                NotebookFile.text(notebook), NotebookFile.text(Release.notebook(exercise, "")));
    }

    @Test
    void linksToTheNotebookOfTheLesson() {
        assertTrue(
                notebook.cells().get(0).source().contains("[lesson](01-what-is-a-weight.ipynb)"));
        assertTrue(
                notebook.cells()
                        .get(0)
                        .source()
                        .contains("*About 10 minutes · 3 points · practice*"));
    }

    @Test
    void writesChecksumIntoMetadata() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        Nbgrader kind = new Nbgrader(Kind.ANSWER, "q1", 0);
        kind.write(metadata, "int x = 1;");
        assertEquals(kind.checksum("int x = 1;"), metadata.at("/nbgrader/checksum").asText());
    }
}
