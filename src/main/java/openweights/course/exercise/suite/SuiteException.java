package openweights.course.exercise.suite;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.course.markdown.Problem;

/**
 * The tests of an exercise do not compile or do not fit its questions. The message has one line per
 * problem.
 */
public final class SuiteException extends UserException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    SuiteException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, each with file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
