package openweights.grading.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.Requirement;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.test.Worth;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.runtime.kernel.CellImports;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** A small exercise of two questions, notebooks for it, and a grader. */
public final class SampleExercise {

    /** Part of a hidden test; no student's code may ever see it. */
    public static final String SECRET = "canary-5f1c77";

    static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(8), Duration.ofMinutes(2));

    public static final String TWICE = "int twice(int x) { return 2 * x; }";
    public static final String HALF =
            "String half(double x) { return String.format(\"%.1f\", x / 2); }";

    private static final String TESTS =
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import openweights.course.exercise.test.*;
            import org.junit.jupiter.api.Test;
            @Question("%s")
            class %s {
                @Test @%s(1) void %s(Student student) { assertEquals(%s); }
            }
            """;

    private static final String STARTER =
            "int twice(int x) {\n    throw new UnsupportedOperationException(\"q1: your code here\");\n}";
    private static final String STARTER_2 =
            "String half(double x) {\n    throw new UnsupportedOperationException(\"q2: your code here\");\n}";

    private SampleExercise() {}

    public static Exercise exercise() {
        return new Exercise(
                "sample",
                "Sample",
                1,
                5,
                1,
                3,
                List.of(),
                List.of(
                        new ExerciseCell.Text("sample-1", 1, "# Sample"),
                        new ExerciseCell.Given("sample-2", 2, "int given = 7;"),
                        new ExerciseCell.Answer("q1", 3, "q1", 2, STARTER, TWICE),
                        new ExerciseCell.Text("sample-4", 4, "Next"),
                        new ExerciseCell.Answer("q2", 5, "q2", 1, STARTER_2, HALF)),
                List.of(
                        tests(
                                "q1",
                                "VisibleTest",
                                false,
                                "doubles",
                                "4, student.call(\"twice\", 2)"),
                        tests(
                                "q1",
                                "HiddenTest",
                                true,
                                "doublesMore",
                                "42, student.call(\"twice\", 21), \"" + SECRET + "\""),
                        tests(
                                "q2",
                                "HalfTest",
                                true,
                                "halves",
                                "\"0.5\", student.call(\"half\", 1.0)")),
                List.of(),
                "v1");
    }

    private static TestFile tests(
            String question, String type, boolean hidden, String name, String check) {
        String source = TESTS.formatted(question, type, Worth.class.getSimpleName(), name, check);
        return new TestFile("tests/" + type + ".java", type, hidden, source);
    }

    /** A notebook with these answers; null leaves the starter code. */
    public static Notebook notebook(String first, String second) {
        List<Cell> cells = new ArrayList<>();
        for (ExerciseCell part : exercise().parts()) {
            if (part instanceof ExerciseCell.Text text) {
                cells.add(
                        new Cell.Markdown(text.id(), metadata(""), text.markdown(), metadata("")));
            } else if (part instanceof ExerciseCell.Given given) {
                cells.add(code(given.id(), given.source()));
            } else if (part instanceof ExerciseCell.Answer answer) {
                String mine = answer.id().equals("q1") ? first : second;
                cells.add(code(answer.id(), mine == null ? answer.starter() : mine));
                cells.add(
                        code(
                                answer.id() + "-tests",
                                "Check.question(\"" + answer.id() + "\").run();"));
            }
        }
        ObjectNode metadata = metadata("");
        metadata.putObject("openweights").put("exercise", "sample").put("version", "v1");
        return new Notebook(metadata, cells);
    }

    public static Cell.Code code(String id, String source) {
        return new Cell.Code(id, metadata(id), source, null, List.of());
    }

    private static ObjectNode metadata(String gradeId) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        if (!gradeId.isEmpty()) {
            metadata.putObject("nbgrader").put("grade_id", gradeId);
        }
        return metadata;
    }

    /** A notebook file with these answers. */
    public static Path write(Path folder, String student, String first, String second)
            throws IOException {
        Path file = folder.resolve(student + ".ipynb");
        NotebookFile.write(notebook(first, second), file);
        return file;
    }

    /** This machine's sandbox. Without one the test is skipped, or fails where it must run. */
    public static Sandbox sandbox() {
        try {
            return Sandboxes.find();
        } catch (UserException e) {
            Requirement.SANDBOX.missing(e.getMessage());
            throw e;
        }
    }

    /** What instructors grade with: the packaged jar, archives, and all imports of the kernel. */
    public static GraderInstallation installation() throws IOException {
        Nd4j.zeros(1); // unpacks the natives
        Path natives = Loader.getCacheDir().toPath();
        return GraderInstallation.of(Home.locate(), natives, CellImports.all());
    }

    public static Grader grader(Sandbox sandbox) throws IOException {
        return grader(sandbox, TIMEOUTS);
    }

    public static Grader grader(Sandbox sandbox, Timeouts timeouts) throws IOException {
        return grader(exercise(), sandbox, timeouts);
    }

    public static Grader grader(Exercise exercise, Sandbox sandbox, Timeouts timeouts)
            throws IOException {
        return new Grader(
                GradingPlan.of(exercise), sandbox, installation(), Limits.DEFAULT, timeouts);
    }

    /** The verdicts by test. */
    public static Map<String, Verdict> verdicts(Result result) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        result.tests().forEach(test -> verdicts.put(test.test(), test.verdict()));
        return verdicts;
    }
}
