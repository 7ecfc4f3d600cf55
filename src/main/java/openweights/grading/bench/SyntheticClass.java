package openweights.grading.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import openweights.course.exercise.release.NbgraderCourse;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.run.Engine;
import openweights.grading.run.GradingPlan;
import openweights.grading.run.LocalEngine;
import openweights.grading.sandbox.Sandbox;

/**
 * A five-question exercise and a class of made-up students, for measuring the grader. Most answers
 * are right, many are wrong, some do not compile, are missing or throw, and a few never end.
 */
public final class SyntheticClass {

    /**
     * One question.
     *
     * @param tests two checks; the second one is hidden
     */
    private record Question(String id, String solution, String wrong, List<String> tests) {

        String starter() {
            String head = solution.substring(0, solution.indexOf('{') + 1);
            return head + "\n    throw new UnsupportedOperationException(\"" + id + "\");\n}";
        }
    }

    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(
                            "q1",
                            "double weightedSum(double[] w, double[] x, double b) {\n    double sum = b;\n    for (int i = 0; i < w.length; i++) {\n        sum += w[i] * x[i];\n    }\n    return sum;\n}",
                            "double weightedSum(double[] w, double[] x, double b) {\n    double sum = 0;\n    for (int i = 0; i < w.length; i++) {\n        sum += w[i] * x[i];\n    }\n    return sum;\n}",
                            List.of(
                                    "assertEquals(11.0, student.call(\"weightedSum\", new double[] {1, 2}, List.of(3, 4), 0))",
                                    "assertEquals(11.5, student.call(\"weightedSum\", new double[] {1, 2}, new double[] {3, 4}, 0.5))")),
                    new Question(
                            "q2",
                            "double[] relu(double[] x) {\n    return Arrays.stream(x).map(v -> Math.max(0, v)).toArray();\n}",
                            "double[] relu(double[] x) {\n    return Arrays.stream(x).map(Math::abs).toArray();\n}",
                            List.of(
                                    "assertArrayEquals(new double[] {1, 2}, (double[]) student.call(\"relu\", new double[] {1, 2}))",
                                    "assertArrayEquals(new double[] {0, 2}, (double[]) student.call(\"relu\", new double[] {-1, 2}))")),
                    new Question(
                            "q3",
                            "double loss(double[] y, double[] t) {\n    double sum = 0;\n    for (int i = 0; i < y.length; i++) {\n        sum += (y[i] - t[i]) * (y[i] - t[i]);\n    }\n    return sum / y.length;\n}",
                            "double loss(double[] y, double[] t) {\n    double sum = 0;\n    for (int i = 0; i < y.length; i++) {\n        sum += (y[i] - t[i]) * (y[i] - t[i]);\n    }\n    return sum;\n}",
                            List.of(
                                    "assertEquals(0.0, student.call(\"loss\", new double[] {1, 2}, new double[] {1, 2}))",
                                    "assertEquals(2.5, student.call(\"loss\", new double[] {1, 2}, new double[] {2, 4}))")),
                    new Question(
                            "q4",
                            "record Step(double weight, double loss) {}\nStep descend(double w, double rate) {\n    return new Step(w - rate * 2 * w, w * w);\n}",
                            "record Step(double weight, double loss) {}\nStep descend(double w, double rate) {\n    return new Step(w + rate * 2 * w, w * w);\n}",
                            List.of(
                                    "assertEquals(4.0, ((Fields) student.call(\"descend\", 2.0, 0.25)).get(\"loss\"))",
                                    "assertEquals(1.0, ((Fields) student.eval(\"descend(2, 0.25)\")).get(\"weight\"))")),
                    new Question(
                            "q5",
                            "List<String> tokens(String text) {\n    return List.of(text.toLowerCase().split(\" +\"));\n}",
                            "List<String> tokens(String text) {\n    return List.of(text.split(\" +\"));\n}",
                            List.of(
                                    "assertEquals(List.of(\"a\", \"b\"), student.call(\"tokens\", \"a b\"))",
                                    "assertEquals(List.of(\"a\", \"b\"), student.call(\"tokens\", \"A  b\"))")));

    private static final String TEST_CLASS =
            """
            import static org.junit.jupiter.api.Assertions.*;
            import java.util.List;
            import openweights.course.exercise.test.Fields;
            import openweights.course.exercise.test.Question;
            import openweights.course.exercise.test.Student;
            import openweights.course.exercise.test.Worth;
            import org.junit.jupiter.api.Test;
            @Question("%s")
            class %s {
                @Test @Worth(1) void holds(Student student) { %s; }
            }
            """;

    private static final int KINDS = 1000;
    private static final int HARMLESS = 995;

    private SyntheticClass() {}

    /**
     * What grades the class.
     *
     * @param parallel how many submissions at a time
     */
    public static Engine engine(GraderInstallation installation, Sandbox sandbox, int parallel)
            throws IOException {
        return LocalEngine.of(GradingPlan.of(exercise()), installation, sandbox, parallel);
    }

    /** The exercise. */
    public static Exercise exercise() {
        List<ExerciseCell> parts =
                new ArrayList<>(List.of(new ExerciseCell.Text("title", 1, "# Five questions")));
        List<TestFile> tests = new ArrayList<>();
        for (Question each : QUESTIONS) {
            parts.add(
                    new ExerciseCell.Answer(
                            each.id(), 1, each.id(), 2, each.starter(), each.solution()));
            tests.add(tests(each, 0));
        }
        QUESTIONS.forEach(each -> tests.add(tests(each, 1)));
        return new Exercise(
                "synthetic",
                "Five questions",
                1,
                20,
                1,
                10,
                List.of(),
                parts,
                tests,
                List.of(),
                "1");
    }

    private static TestFile tests(Question question, int hidden) {
        String type = (hidden == 0 ? "Visible" : "Hidden") + question.id().toUpperCase(Locale.ROOT);
        String source = TEST_CLASS.formatted(question.id(), type, question.tests().get(hidden));
        return new TestFile(type + ".java", type, hidden == 1, source);
    }

    /** Writes the notebooks of this many students, the same ones each time. */
    static void write(Path folder, int students) throws IOException {
        write(students, KINDS, student -> folder.resolve(student + ".ipynb"));
    }

    /**
     * Writes the same students' notebooks as submissions in a course of nbgrader's; but no answer
     * ends the program or runs forever.
     */
    static void writeCourse(Path course, int students) throws IOException {
        Exercise exercise = exercise();
        NbgraderCourse.add(exercise, course);
        Path submitted = course.resolve("submitted");
        String file = exercise.id() + ".ipynb";
        write(
                students,
                HARMLESS,
                student -> submitted.resolve(student).resolve(exercise.id()).resolve(file));
    }

    private static void write(int students, int kinds, Function<String, Path> place)
            throws IOException {
        Notebook released = Release.notebook(exercise(), "");
        for (int i = 0; i < students; i++) {
            Path file = place.apply("student-%05d".formatted(i));
            if (!Files.exists(file)) {
                Random random = new Random(i);
                NotebookFile.write(released.map(cell -> answered(cell, random, kinds)), file);
            }
        }
    }

    private static Cell answered(Cell cell, Random random, int kinds) {
        for (Question each : QUESTIONS) {
            if (cell instanceof Cell.Code code && code.id().equals(each.id())) {
                int kind = Math.min(random.nextInt(KINDS), kinds - 1);
                String answer = answer(each, kind, random);
                return new Cell.Code(code.id(), code.metadata(), answer, null, List.of());
            }
        }
        return cell;
    }

    private static String answer(Question question, int kind, Random random) {
        if (kind < 600) {
            return "// " + random.nextInt() + "\n" + question.solution();
        }
        if (kind < 800) {
            return question.wrong();
        }
        if (kind < 860) {
            return question.starter();
        }
        if (kind < 920) {
            return question.solution().replace(";", ";;?");
        }
        if (kind < 960) {
            return question.starter().replace(question.id(), "I gave up");
        }
        if (kind < 980) {
            return "int somethingElse = " + random.nextInt() + ";";
        }
        if (kind < HARMLESS) {
            return question.starter()
                    .replaceFirst("throw [^;]*;", "throw new Error(\"\" + 1 / 0);");
        }
        return kind < 998
                ? question.starter().replaceFirst("throw [^;]*;", "System.exit(0); throw null;")
                : question.starter().replaceFirst("throw [^;]*;", "while (true) { }");
    }
}
