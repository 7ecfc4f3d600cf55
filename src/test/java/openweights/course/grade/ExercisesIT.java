package openweights.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.shell.CellImports;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Part;
import openweights.course.exercise.source.Variation;
import openweights.course.grade.remote.Installation;
import openweights.course.grade.remote.Patience;
import openweights.course.grade.sandbox.Limits;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.submission.Submission;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** The course's own exercises, as students hand them in, in the sandbox. */
class ExercisesIT {

    private static final String STUDENT = "ada";

    @TempDir private static Path folder;

    private static Sandbox sandbox;
    private static Installation installation;

    @BeforeAll
    static void findSandbox() throws IOException {
        try {
            sandbox = Sandboxes.find();
        } catch (IllegalStateException e) {
            Assumptions.abort(e.getMessage());
        }
        Nd4j.zeros(1); // unpacks the natives
        File natives = Loader.getCacheDir();
        Installation plain = SampleExam.installation();
        installation =
                new Installation(
                        plain.java(), plain.classPath(), natives.toPath(), null, CellImports.all());
    }

    @TestFactory
    Stream<DynamicTest> solutionsGetAllPointsAndStartersNone() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            return all.stream()
                    .map(each -> DynamicTest.dynamicTest(each.toString(), () -> grade(each)));
        }
    }

    private static void grade(Path exerciseFolder) throws IOException {
        Exercise exercise = Exercise.read(exerciseFolder);
        try (Examiner examiner =
                new Examiner(
                        Exam.of(exercise), sandbox, installation, Limits.USUAL, Patience.USUAL)) {
            Result solved = examine(examiner, exercise, Part.Answer::solution);
            assertEquals(exercise.points(), solved.points(), () -> solved.tests().toString());
            assertEquals(List.of(), solved.repairs());
            Result untouched = examine(examiner, exercise, Part.Answer::starter);
            assertEquals(0, untouched.points());
        }
    }

    private static Result examine(
            Examiner examiner, Exercise exercise, Function<Part.Answer, String> answers)
            throws IOException {
        Exercise form = Variation.of(exercise, STUDENT).exercise();
        Notebook released = Release.notebook(exercise, STUDENT);
        Path file = folder.resolve(exercise.id() + ".ipynb");
        NotebookFile.write(released.map(cell -> answered(cell, form, answers)), file);
        return examiner.examine(new Submission(STUDENT, file));
    }

    private static Cell answered(Cell cell, Exercise form, Function<Part.Answer, String> answers) {
        for (Part.Answer question : form.questions()) {
            if (cell instanceof Cell.Code code && code.id().equals(question.id())) {
                return new Cell.Code(
                        code.id(), code.metadata(), answers.apply(question), null, List.of());
            }
        }
        return cell;
    }
}
