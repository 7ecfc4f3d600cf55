package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.run.SampleExercise;
import openweights.grading.submission.GradedCell.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    private static final Map<String, String> BOTH =
            Map.of("q1", SampleExercise.TWICE, "q2", SampleExercise.HALF);

    @TempDir private Path folder;

    private Answers answers(List<Cell> cells) throws Exception {
        Notebook whole = SampleExercise.notebook(null, null);
        return answers(NotebookFile.text(new Notebook(whole.metadata(), cells)));
    }

    private Answers answers(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("x.ipynb"), text);
        return Answers.read(new Submission("x", file).content(), SampleExercise.exercise());
    }

    private static List<Cell> cells() {
        return new ArrayList<>(
                SampleExercise.notebook(SampleExercise.TWICE, SampleExercise.HALF).cells());
    }

    private static int index(List<Cell> cells, String id) {
        return cells.stream().map(Cell::id).toList().indexOf(id);
    }

    @Test
    void readsAnswersAndNotTests() throws Exception {
        Answers answers = answers(cells());
        assertEquals(BOTH, answers.sources());
        assertEquals(List.of(), answers.repairs());
        assertEquals(
                List.of(Role.GIVEN, Role.ANSWER, Role.TESTS, Role.ANSWER, Role.TESTS),
                answers.cells().stream().map(GradedCell::role).toList());
    }

    /** An exercise of another version, with one of its texts changed. */
    private static Exercise changed(
            UnaryOperator<TestFile> tests, UnaryOperator<ExerciseCell> parts) {
        Exercise old = SampleExercise.exercise();
        return new Exercise(
                old.id(),
                old.title(),
                old.lesson(),
                old.minutes(),
                old.difficulty(),
                old.points(),
                old.variants(),
                old.parts().stream().map(parts).toList(),
                old.tests().stream().map(tests).toList(),
                old.wrong(),
                "v2");
    }

    private static UnaryOperator<TestFile> mended(boolean hidden) {
        return file ->
                file.hidden() == hidden
                        ? new TestFile(
                                file.file(), file.className(), hidden, file.source() + "// mended")
                        : file;
    }

    private static List<String> repairs(Exercise now) throws Exception {
        Notebook released = Release.notebook(SampleExercise.exercise(), "");
        byte[] content = NotebookFile.text(released).getBytes(StandardCharsets.UTF_8);
        return Answers.read(content, now).repairs();
    }

    @Test
    void tellsStudentsOfAnotherVersionOnlyIfTheySawAnother() throws Exception {
        List<String> another =
                List.of("The notebook was made from another version of the exercise.");
        UnaryOperator<ExerciseCell> same = part -> part;
        assertEquals(List.of(), repairs(changed(file -> file, same)));
        assertEquals(List.of(), repairs(changed(mended(true), same)), "a hidden test");
        assertEquals(another, repairs(changed(mended(false), same)), "a visible test");
        UnaryOperator<ExerciseCell> reworded =
                part ->
                        part instanceof ExerciseCell.Text text
                                ? new ExerciseCell.Text(text.id(), text.line(), "# Reworded")
                                : part;
        assertEquals(another, repairs(changed(file -> file, reworded)), "a text");
    }

    @Test
    void knowsWhatIsUntouched() throws Exception {
        Answers answers = answers(SampleExercise.notebook(null, SampleExercise.HALF).cells());
        assertEquals(Set.of("q1"), answers.untouched());
    }

    @Test
    void restoresGivenCells() throws Exception {
        List<Cell> cells = cells();
        cells.set(index(cells, "sample-2"), SampleExercise.code("sample-2", "int given = 8;"));
        Answers answers = answers(cells);
        assertEquals("int given = 7;", answers.cells().get(0).source());
        assertEquals(
                List.of("The given cell sample-2 was changed; it was put back."),
                answers.repairs());
        cells.remove(index(cells, "sample-2"));
        assertTrue(answers(cells).repairs().get(0).contains("was missing"));
    }

    @Test
    void usesTheEditedCopy() throws Exception {
        List<Cell> cells = cells();
        String starter = SampleExercise.notebook(null, null).cells().get(2).source();
        cells.add(SampleExercise.code("q1", starter));
        assertEquals(BOTH, answers(cells).sources());
    }

    @Test
    void runsBothHalvesOfASplitCell() throws Exception {
        List<Cell> cells = cells();
        int at = index(cells, "q1");
        cells.set(at, SampleExercise.code("q1", "int helper(int x) { return x; }"));
        cells.add(at + 1, SampleExercise.code("q1", SampleExercise.TWICE));
        Answers answers = answers(cells);
        assertEquals(
                "int helper(int x) { return x; }\n" + SampleExercise.TWICE,
                answers.sources().get("q1"));
        assertTrue(answers.repairs().get(0).startsWith("There are 2 cells of q1"));
    }

    @Test
    void findsAnAnswerThatLostItsName() throws Exception {
        List<Cell> cells = cells();
        cells.set(
                index(cells, "q1"),
                SampleExercise.code(
                        "0a1b2c",
                        "int twice(int x) {\n // your code here q1\n return 2 * x; // throw new UnsupportedOperationException\n}"));
        Answers answers = answers(cells);
        assertTrue(answers.sources().get("q1").contains("2 * x"));
        assertEquals(
                List.of("The cell of q1 had lost its name; it was found by its text."),
                answers.repairs());
    }

    private static final String FOUND =
            "The answer to %s, or a part of it, stands in another cell; it was taken from there.";

    private static List<Cell> starters() {
        return new ArrayList<>(SampleExercise.notebook(null, null).cells());
    }

    @Test
    void findsAnAnswerThatWasTypedIntoAFreshCell() throws Exception {
        List<Cell> cells = starters();
        cells.add(SampleExercise.code("fresh", SampleExercise.TWICE));
        Answers answers = answers(cells);
        assertEquals(Set.of("q2"), answers.untouched());
        assertEquals(SampleExercise.TWICE, answers.sources().get("q1"));
        assertEquals(List.of(FOUND.formatted("q1")), answers.repairs());
    }

    @Test
    void findsBothAnswersInOneCell() throws Exception {
        String both = SampleExercise.TWICE + "\n" + SampleExercise.HALF;
        for (String id : List.of("q1", "q2", "q1-tests", "sample-2")) {
            List<Cell> cells = starters();
            cells.set(index(cells, id), SampleExercise.code(id, both));
            Answers answers = answers(cells);
            assertEquals(Set.of(), answers.untouched(), id);
            assertTrue(answers.sources().get("q1").contains("2 * x"), id);
            assertTrue(answers.sources().get("q2").contains("x / 2"), id);
        }
    }

    @Test
    void findsAnswersThatWerePastedIntoEachOthersCells() throws Exception {
        List<Cell> cells = starters();
        cells.set(index(cells, "q1"), SampleExercise.code("q1", SampleExercise.HALF));
        cells.set(index(cells, "q2"), SampleExercise.code("q2", SampleExercise.TWICE));
        Answers answers = answers(cells);
        assertTrue(answers.sources().get("q1").contains("2 * x"));
        assertTrue(answers.sources().get("q2").contains("x / 2"));
    }

    @Test
    void neitherCommentsNorCallsAreAnswers() throws Exception {
        List<Cell> cells = starters();
        cells.add(SampleExercise.code("a", "// int twice(int x) { return 2; }\ntwice(3);"));
        cells.add(
                SampleExercise.code(
                        "b", "String s = \"int twice(int x) {\"; if (twice(2) > 3) { }"));
        assertEquals(Set.of("q1", "q2"), answers(cells).untouched());
    }

    @Test
    void aPersonLooksWhereALostAnswerCannotBeTaken() throws Exception {
        List<Cell> cells = starters();
        cells.remove(index(cells, "q1"));
        cells.add(SampleExercise.code("fresh", "int doubled(int x) { return 2 * x; }"));
        assertEquals(Set.of("q1"), answers(cells).doubtful());
        List<Cell> text = starters();
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        text.add(new Cell.Markdown("text", none, SampleExercise.HALF, none));
        assertEquals(Set.of("q2"), answers(text).doubtful());
    }

    @Test
    void readsOutputsThatNestDeeplyAndHoldNoNumbers() throws Exception {
        String text =
                NotebookFile.text(
                        SampleExercise.notebook(SampleExercise.TWICE, SampleExercise.HALF));
        String deep = "[".repeat(3000) + "NaN" + "]".repeat(3000);
        String shown =
                text.replaceFirst("\"outputs\": \\[\\]", "\"outputs\": [{\"data\": " + deep + "}]");
        assertEquals(BOTH, answers(shown).sources());
        assertTrue(shown.contains("NaN"));
    }

    @Test
    void findsAnAnswerByItsFirstLine() throws Exception {
        List<Cell> cells = cells();
        String anchored = "// [q1] Your answer. Keep this line.\nint f = 1;";
        cells.set(index(cells, "q1"), SampleExercise.code("0a1b2c", anchored));
        Answers answers = answers(cells);
        assertEquals(anchored, answers.sources().get("q1"));
        assertEquals(List.of(), answers.repairs());
    }

    @Test
    void acceptsAnAnswerThatBecameText() throws Exception {
        List<Cell> cells = cells();
        Cell cell = cells.get(index(cells, "q1"));
        cells.set(
                index(cells, "q1"),
                new Cell.Markdown(
                        "q1",
                        cell.metadata(),
                        SampleExercise.TWICE,
                        JsonNodeFactory.instance.objectNode()));
        Answers answers = answers(cells);
        assertEquals(BOTH, answers.sources());
        assertEquals(List.of("The cell of q1 is not a code cell."), answers.repairs());
    }

    @Test
    void keepsTheStudentsOwnCellsInTheirPlaces() throws Exception {
        List<Cell> cells = cells();
        cells.add(index(cells, "q2"), SampleExercise.code("mine", "int helper = 1;"));
        List<GradedCell> graded = answers(cells).cells();
        assertEquals(
                List.of("", "q1", "q1", "", "q2", "q2"),
                graded.stream().map(GradedCell::question).toList());
        assertEquals("int helper = 1;", graded.get(3).source());
    }

    @Test
    void restoresTheOrder() throws Exception {
        List<Cell> cells = cells();
        Collections.reverse(cells);
        assertEquals(List.of("q1", "q2"), List.copyOf(answers(cells).sources().keySet()));
    }

    @Test
    void readsWhatOtherEditorsWrite() throws Exception {
        String text =
                NotebookFile.text(
                        SampleExercise.notebook(SampleExercise.TWICE, SampleExercise.HALF));
        assertEquals(BOTH, answers("\uFEFF" + text).sources());
        assertEquals(BOTH, answers(text.replace("\n", "\r\n")).sources());
        assertEquals(
                BOTH,
                answers(text.replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 2")).sources());
        Path file = folder.resolve("utf16.ipynb");
        Files.write(file, text.getBytes(StandardCharsets.UTF_16));
        assertEquals(
                BOTH,
                Answers.read(new Submission("x", file).content(), SampleExercise.exercise())
                        .sources());
    }

    @Test
    void saysWhyASubmissionCannotBeRead() throws Exception {
        Map<String, String> reasons =
                Map.of(
                        "{\"cells\": [",
                        "cut off",
                        "[]",
                        "no list of cells",
                        "{}",
                        "no list of cells",
                        "",
                        "no list of cells",
                        "[".repeat(100_000),
                        "not JSON",
                        "{\"cells\":[],\"metadata\":{\"openweights\":{\"exercise\":\"other\"}}}",
                        "exercise \"other\"");
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            UnreadableSubmission e =
                    assertThrows(UnreadableSubmission.class, () -> answers(each.getKey()));
            assertTrue(e.getMessage().contains(each.getValue()), e.getMessage());
        }
    }

    @Test
    void followsNoLinks() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "{\"cells\": []}");
        Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), secret);
        assertThrows(
                UnreadableSubmission.class,
                () -> Answers.read(new Submission("x", link).content(), SampleExercise.exercise()));
    }

    /** However a notebook is damaged, no answer appears that nobody wrote, and nothing fails. */
    @Test
    void survivesRandomEdits() throws Exception {
        Set<String> written = cells().stream().map(Cell::source).collect(Collectors.toSet());
        String starters =
                SampleExercise.notebook(null, null).cells().stream()
                        .map(Cell::source)
                        .collect(Collectors.joining("\n"));
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Cell> cells = cells();
            for (int edit = random.nextInt(8); edit > 0 && !cells.isEmpty(); edit--) {
                edit(cells, random);
            }
            Answers answers = answers(cells);
            assertEquals(2, answers.cells().stream().filter(p -> p.role() == Role.TESTS).count());
            for (String source : answers.sources().values()) {
                for (String part : source.split("\n(?=int|String)")) {
                    assertTrue(
                            starters.contains(part)
                                    || written.stream().anyMatch(all -> all.contains(part)),
                            part);
                }
            }
            assertFalse(answers.sources().isEmpty());
        }
    }

    private static void edit(List<Cell> cells, Random random) {
        int at = random.nextInt(cells.size());
        Cell cell = cells.get(at);
        String source = cell.source();
        switch (random.nextInt(6)) {
            case 0 -> cells.remove(at);
            case 1 -> cells.add(random.nextInt(cells.size()), cell);
            case 2 -> Collections.swap(cells, at, random.nextInt(cells.size()));
            case 3 -> cells.set(at, SampleExercise.code("x" + random.nextInt(), source));
            case 4 -> cells.set(at, SampleExercise.code(cell.id(), ""));
            default ->
                    cells.set(
                            at,
                            new Cell.Raw(
                                    cell.id(),
                                    cell.metadata(),
                                    source,
                                    JsonNodeFactory.instance.objectNode()));
        }
    }
}
