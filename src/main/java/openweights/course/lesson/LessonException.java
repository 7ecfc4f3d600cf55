package openweights.course.lesson;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.course.markdown.Problem;

/** A lesson cannot be compiled. The message has one line per problem. */
public final class LessonException extends UserException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    LessonException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
