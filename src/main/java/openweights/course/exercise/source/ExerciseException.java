package openweights.course.exercise.source;

import java.util.List;
import java.util.stream.Collectors;
import openweights.course.markdown.Problem;

/** An exercise's folder cannot be read; the message has one line per problem. */
public final class ExerciseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExerciseException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
