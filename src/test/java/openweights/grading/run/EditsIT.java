package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.WrongAnswer;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.SubmissionFinder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real exercises, edited at random as careless or dishonest students might: cells removed, copied,
 * swapped, split, renamed, of another type or with other metadata, or the file broken. Each gets
 * one result, and none gets more points than the notebook had before.
 *
 * <p>{@code -Dopenweights.edits=334} tries this many edits of each exercise.
 */
class EditsIT {

    private static final int EDITS = Integer.getInteger("openweights.edits", 20);

    private static Sandbox sandbox;
    private static GraderInstallation installation;

    @TempDir private Path folder;

    @BeforeAll
    static void findSandbox() throws IOException {
        sandbox = SampleExercise.sandbox();
        installation = SampleExercise.installation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-weighted-sum", "02-your-own-taxi", "09-count-and-join"})
    void noEditStopsTheBatchOrRaisesAScore(String name) throws IOException {
        Exercise exercise = Exercise.read(Path.of("exercises", name));
        Map<String, String> original = write(exercise);
        Map<String, Result> results = grade(exercise);
        assertEquals(original.keySet(), results.keySet());
        int lower = 0;
        for (Map.Entry<String, String> each : original.entrySet()) {
            Result edited = results.get(each.getKey());
            int before = results.get(each.getValue()).points();
            assertTrue(
                    edited.points() <= before,
                    () -> "%s has more than the %d before: %s".formatted(each, before, edited));
            assertTrue(!edited.isFaulty(), edited::toString);
            lower += edited.points() < before ? 1 : 0;
        }
        assertTrue(lower > 0, "no edit costs anything: are they edits at all?");
        assertTrue(
                results.values().stream().anyMatch(each -> each.points() > 0),
                "nothing was right before");
    }

    private Map<String, Result> grade(Exercise exercise) throws IOException {
        Path file = folder.resolve("results.jsonl");
        GradingPlan plan = GradingPlan.of(exercise);
        Engine engine = LocalEngine.of(plan, installation, sandbox, 2);
        new Batch(file, exercise.version())
                .grade(
                        engine,
                        SubmissionFinder.find(List.of(folder.resolve("all")), "sample"),
                        result -> {});
        Map<String, Result> results = new HashMap<>();
        ResultsFile.read(file, result -> assertEquals(null, results.put(result.student(), result)));
        return results;
    }

    /** Writes the notebooks and returns for each the name of its original. */
    private Map<String, String> write(Exercise exercise) throws IOException {
        Path all = Files.createDirectories(folder.resolve("all"));
        Map<String, String> original = new HashMap<>();
        for (ExerciseCell.Answer right : exercise.questions()) {
            String name = "right-" + right.question();
            NotebookFile.write(notebook(exercise, name, right), all.resolve(name + ".ipynb"));
            original.put(name, name);
        }
        for (int seed = 0; seed < EDITS; seed++) {
            Random random = new Random(seed);
            String name = "edit-%03d".formatted(seed);
            ExerciseCell.Answer right = any(exercise.questions(), random);
            Notebook edited = edited(notebook(exercise, name, right), random);
            String text = NotebookFile.text(edited);
            boolean broken = random.nextInt(10) == 0;
            String kept = broken ? text.substring(0, random.nextInt(text.length())) : text;
            Files.writeString(all.resolve(name + ".ipynb"), kept);
            original.put(name, "right-" + right.question());
        }
        return original;
    }

    /** One question is answered correctly, the others wrongly or not at all. */
    private static Notebook notebook(Exercise exercise, String student, ExerciseCell.Answer right) {
        Exercise form = Variation.of(exercise, student).exercise();
        Map<String, String> answers = new HashMap<>();
        for (ExerciseCell.Answer each : form.questions()) {
            boolean solved = each.question().equals(right.question());
            answers.put(each.id(), solved ? each.solution() : mistake(form, each));
        }
        return Release.notebook(exercise, student)
                .map(
                        cell ->
                                cell instanceof Cell.Code code && answers.containsKey(code.id())
                                        ? copy(code, code.id(), answers.get(code.id()))
                                        : cell);
    }

    private static String mistake(Exercise form, ExerciseCell.Answer question) {
        return form.wrong().stream()
                .map(WrongAnswer::answers)
                .filter(answers -> answers.containsKey(question.question()))
                .map(answers -> answers.get(question.question()))
                .findFirst()
                .orElse(question.starter());
    }

    private static Notebook edited(Notebook whole, Random random) {
        List<Cell> cells = new ArrayList<>(whole.cells());
        for (int edit = 1 + random.nextInt(5); edit > 0 && !cells.isEmpty(); edit--) {
            edit(cells, random);
        }
        return new Notebook(whole.metadata(), cells);
    }

    private static void edit(List<Cell> cells, Random random) {
        int at = random.nextInt(cells.size());
        Cell cell = cells.get(at);
        switch (random.nextInt(10)) {
            case 0 -> cells.remove(at);
            case 1 -> cells.add(random.nextInt(cells.size()), cell);
            case 2 -> Collections.swap(cells, at, random.nextInt(cells.size()));
            case 3 -> cells.set(at, copy(cell, "x" + random.nextInt(1000), cell.source()));
            case 4 -> cells.set(at, copy(cell, cell.id(), ""));
            case 5 -> cells.set(at, copy(cell, any(cells, random).id(), cell.source()));
            case 6 -> cells.set(at, copy(cell, cell.id(), any(cells, random).source()));
            case 7 -> cut(cells, at, random);
            case 8 -> boast(cell);
            default ->
                    cells.set(at, new Cell.Raw(cell.id(), cell.metadata(), cell.source(), nodes()));
        }
    }

    private static void cut(List<Cell> cells, int at, Random random) {
        Cell cell = cells.get(at);
        List<String> lines = cell.source().lines().toList();
        int middle = random.nextInt(lines.size() + 1);
        String rest = String.join("\n", lines.subList(middle, lines.size()));
        cells.set(at, copy(cell, cell.id(), String.join("\n", lines.subList(0, middle))));
        cells.add(at + 1, copy(cell, random.nextBoolean() ? cell.id() : "y" + middle, rest));
    }

    /** Makes a cell claim more points, and that it is an answer. */
    private static void boast(Cell cell) {
        cell.metadata().putObject("nbgrader").put("points", 100).put("grade", true);
        cell.metadata().putObject("openweights").put("role", "answer").put("question", "q1");
    }

    private static Cell copy(Cell cell, String id, String source) {
        ObjectNode metadata = cell.metadata().deepCopy();
        if (!id.equals(cell.id()) && metadata.path("nbgrader") instanceof ObjectNode nbgrader) {
            nbgrader.put("grade_id", id);
        }
        return new Cell.Code(id, metadata, source, null, List.of());
    }

    private static ObjectNode nodes() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
