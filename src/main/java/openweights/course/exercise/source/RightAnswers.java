package openweights.course.exercise.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.markdown.Problems;

/**
 * Reads another right answer: a Java file whose first line says which question it answers and how.
 *
 * <pre>{@code
 * // q1: with a stream
 * double weightedSum(double[] in, double[] w, double b) { … }
 * }</pre>
 */
final class RightAnswers {

    private static final Pattern FIRST = Pattern.compile("// ([a-z][a-z0-9-]*): (.+)");

    private RightAnswers() {}

    static Optional<RightAnswer> read(
            String file, String text, List<ExerciseCell.Answer> questions, Problems problems) {
        Matcher first = FIRST.matcher(text.lines().findFirst().orElse(""));
        List<String> known = questions.stream().map(ExerciseCell.Answer::question).toList();
        if (!first.matches() || !known.contains(first.group(1))) {
            problems.add(
                    1,
                    "the file must begin with the question it answers and how, such as // %s: with a stream. Questions: %s."
                            .formatted(known.get(0), String.join(", ", known)));
            return Optional.empty();
        }
        String code = text.lines().skip(1).collect(Collectors.joining("\n")).strip();
        return Optional.of(new RightAnswer(file, first.group(2), Map.of(first.group(1), code)));
    }
}
