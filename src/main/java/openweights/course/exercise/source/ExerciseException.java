package openweights.course.exercise.source;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.course.markdown.Problem;

/** An exercise cannot be read. The message has one line per problem. */
public final class ExerciseException extends UserException {

    private static final long serialVersionUID = 1L;

    ExerciseException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
