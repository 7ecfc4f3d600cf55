package openweights.course.exercise.suite;

import java.util.List;
import java.util.stream.Collectors;
import openweights.course.markdown.Problem;

/** The tests of an exercise cannot be compiled or counted; the message has one line per problem. */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    SuiteException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Each with file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
