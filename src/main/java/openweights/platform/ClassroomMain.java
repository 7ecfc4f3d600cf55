package openweights.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseFile;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.run.Grader;
import openweights.grading.run.GradingPlan;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Unsandboxed;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import openweights.runtime.kernel.CellImports;

/**
 * What a student's repository runs after each push: the visible tests, whose points it reports as
 * GitHub Classroom's own reporter does. Nothing is hidden there and the machine is thrown away, so
 * the student's code runs without a sandbox.
 */
public final class ClassroomMain {

    private ClassroomMain() {}

    /**
     * @param arguments the file of the exercise, and the folder of the notebook
     */
    public static void main(String[] arguments) throws IOException {
        Exercise exercise = ExerciseFile.read(Path.of(arguments[0]));
        System.exit(report(exercise, Path.of(arguments[1]), System.out));
    }

    /** 0 if all tests passed, 1 otherwise. */
    private static int report(Exercise exercise, Path folder, PrintStream out) throws IOException {
        Optional<Submission> found = SubmissionFinder.one("student", folder, exercise.id());
        if (found.isEmpty()) {
            out.println("::error::There is no notebook " + exercise.id() + ".ipynb.");
            points(0, exercise.points(), out);
            return 1;
        }
        Result result = grade(exercise, found.get());
        result.repairs().forEach(out::println);
        for (TestResult test : result.tests()) {
            out.printf(
                    "%d of %d  %s: %s (%s)%n",
                    test.points(),
                    test.max(),
                    test.question(),
                    oneLine(test.name()),
                    test.verdict().label());
            if (!test.message().isEmpty()) {
                out.println("        " + oneLine(test.message()));
            }
        }
        points(result.points(), result.max(), out);
        return result.points() == result.max() ? 0 : 1;
    }

    private static Result grade(Exercise exercise, Submission submission) throws IOException {
        GraderInstallation installation = GraderInstallation.of(Home.locate(), CellImports.all());
        try (Grader grader =
                new Grader(
                        GradingPlan.of(exercise),
                        new Unsandboxed(),
                        installation,
                        Limits.DEFAULT,
                        Timeouts.DEFAULT)) {
            return grader.grade(submission);
        }
    }

    private static void points(int points, int max, PrintStream out) {
        out.printf("::notice title=Autograding complete::Points %d/%d%n", points, max);
        out.printf(
                "::notice title=Autograding report::{\"totalPoints\":%d,\"maxPoints\":%d}%n",
                points, max);
    }

    /** A line that begins with two colons would be a command to GitHub. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " | ").replace("::", ": :");
    }
}
