package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.Requirement;
import openweights.base.Home;
import openweights.course.exercise.gate.Runner.Run;
import openweights.course.exercise.gate.ShellRunner;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * nbgrader itself collects and grades our assignment in the real kernel. The points for visible
 * tests must equal ours.
 */
class NbgraderIT {

    private static final String VERSION = "0.9.6";

    private static final String SCORES =
            """
            import json
            from nbgrader.api import Gradebook
            with Gradebook("sqlite:///gradebook.db") as book:
                print(json.dumps({
                    submission.student.id: {
                        grade.name: grade.score
                        for notebook in submission.notebooks for grade in notebook.grades}
                    for submission in book.assignment_submissions("01-weighted-sum")}))
            """;

    private final Home project = Home.locate();
    @TempDir private Path course;

    @Test
    void autogradesWithTheSameResult() throws Exception {
        Requirement.NBGRADER.check(
                Files.exists(nbgrader("python")) || install(),
                "nbgrader " + VERSION + " is not here and could not be installed by pip.");
        Exercise exercise = Exercise.read(project.exercises().resolve("01-weighted-sum"));
        NbgraderCourse.add(exercise, course);
        run(nbgrader("nbgrader"), "generate_assignment", exercise.id());
        Map<String, Function<ExerciseCell.Answer, String>> students = students(exercise);
        for (Map.Entry<String, Function<ExerciseCell.Answer, String>> student :
                students.entrySet()) {
            submit(exercise, student.getKey(), student.getValue());
        }
        run(nbgrader("nbgrader"), "autograde", exercise.id());

        Path script = Files.writeString(course.resolve("scores.py"), SCORES);
        String scores = run(nbgrader("python"), script.toString());
        Map<String, Map<String, Integer>> expected = new TreeMap<>();
        students.forEach((name, answers) -> expected.put(name, visible(exercise, answers)));
        assertEquals(expected.toString(), new TreeMap<>(scores(scores)).toString());
    }

    /**
     * Ada answers correctly, Ben makes the first mistake of each question, and Cem answers nothing.
     */
    private static Map<String, Function<ExerciseCell.Answer, String>> students(Exercise exercise) {
        Map<String, Function<ExerciseCell.Answer, String>> students = new TreeMap<>();
        students.put("ada", ExerciseCell.Answer::solution);
        students.put(
                "ben",
                answer ->
                        exercise.wrong().stream()
                                .filter(wrong -> wrong.answers().containsKey(answer.question()))
                                .map(wrong -> wrong.answers().get(answer.question()))
                                .findFirst()
                                .orElse(answer.solution()));
        students.put("cem", ExerciseCell.Answer::starter);
        return students;
    }

    /** The points of each question's visible tests by our own runner, if all of them pass. */
    private static Map<String, Integer> visible(
            Exercise exercise, Function<ExerciseCell.Answer, String> answers) {
        Run run = new ShellRunner().run(exercise, Suite.of(exercise), answers, Map.of());
        Map<String, Integer> points = new TreeMap<>();
        for (ExerciseCell.Answer question : exercise.questions()) {
            List<TestOutcome> visible =
                    run.outcomes().stream()
                            .filter(outcome -> !outcome.test().hidden())
                            .filter(
                                    outcome ->
                                            outcome.test().question().equals(question.question()))
                            .toList();
            boolean all = visible.stream().allMatch(TestOutcome::passed);
            points.put(
                    question.question() + "-tests",
                    all ? visible.stream().mapToInt(TestOutcome::points).sum() : 0);
        }
        return points;
    }

    private void submit(
            Exercise exercise, String student, Function<ExerciseCell.Answer, String> answers)
            throws IOException {
        String file = exercise.id() + ".ipynb";
        Path released = course.resolve("release").resolve(exercise.id()).resolve(file);
        Notebook answered =
                NotebookFile.read(released).map(cell -> answered(exercise, cell, answers));
        Path folder = course.resolve("submitted").resolve(student).resolve(exercise.id());
        NotebookFile.write(answered, folder.resolve(file));
    }

    private static Cell answered(
            Exercise exercise, Cell cell, Function<ExerciseCell.Answer, String> answers) {
        return exercise.questions().stream()
                .filter(answer -> answer.id().equals(cell.id()))
                .findFirst()
                .<Cell>map(
                        answer ->
                                new Cell.Code(
                                        cell.id(),
                                        cell.metadata(),
                                        answers.apply(answer),
                                        null,
                                        List.of()))
                .orElse(cell);
    }

    private static Map<String, Map<String, Integer>> scores(String json) throws IOException {
        Map<String, Map<String, Integer>> scores = new TreeMap<>();
        new ObjectMapper()
                .readTree(json.substring(json.lastIndexOf("\n{") + 1))
                .properties()
                .forEach(
                        student -> {
                            Map<String, Integer> points = new TreeMap<>();
                            student.getValue()
                                    .properties()
                                    .forEach(
                                            grade ->
                                                    points.put(
                                                            grade.getKey(),
                                                            grade.getValue().asInt()));
                            scores.put(student.getKey(), points);
                        });
        return scores;
    }

    private Path nbgrader(String program) {
        return project.state().resolve("nbgrader/bin").resolve(program);
    }

    private boolean install() throws IOException, InterruptedException {
        Path home = project.state().resolve("nbgrader");
        Process venv = start(List.of(project.python().toString(), "-m", "venv", home.toString()));
        if (venv.waitFor() != 0) {
            return false;
        }
        String pip = nbgrader("pip").toString();
        boolean installed =
                start(List.of(pip, "install", "-q", "nbgrader==" + VERSION)).waitFor() == 0;
        if (!installed) {
            Files.delete(nbgrader("python"));
        }
        return installed;
    }

    private String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = start(command);
        int result = process.waitFor();
        String said = Files.readString(log());
        assertEquals(0, result, said);
        return "\n" + said;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(course.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        builder.environment()
                .put("JUPYTER_PATH", project.venv().resolve("share/jupyter").toString());
        // nbgrader calls a program in its environment by name only.
        builder.environment()
                .merge(
                        "PATH",
                        nbgrader("python").getParent().toString(),
                        (path, bin) -> bin + File.pathSeparator + path);
        return builder.start();
    }

    private Path log() {
        return course.resolve("log");
    }
}
