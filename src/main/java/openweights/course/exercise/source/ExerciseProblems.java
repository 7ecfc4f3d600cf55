package openweights.course.exercise.source;

import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.course.markdown.Problem;

/**
 * Says where an author finds what is to fix. An exercise names its files as those of the course are
 * named, wherever it lies, because its files are handed on to others.
 */
public final class ExerciseProblems {

    private ExerciseProblems() {}

    /**
     * The same problems, in files that are where the exercise is.
     *
     * @param folder the exercise's
     */
    public static List<Problem> in(Path folder, List<Problem> problems) {
        Path place = folder.toAbsolutePath().normalize();
        return isOfTheCourse(place)
                ? problems
                : problems.stream().map(each -> in(place, each)).toList();
    }

    private static boolean isOfTheCourse(Path folder) {
        return Home.find()
                .map(course -> course.exercises().toAbsolutePath().normalize())
                .filter(exercises -> exercises.equals(folder.getParent()))
                .isPresent();
    }

    private static Problem in(Path folder, Problem problem) {
        String course = "exercises/" + folder.getFileName() + "/";
        return problem.file().startsWith(course)
                ? new Problem(
                        folder.resolve(problem.file().substring(course.length())).toString(),
                        problem.line(),
                        problem.message())
                : problem;
    }
}
