package openweights.course.exercise.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise.WrongAnswer;
import openweights.course.markdown.Problems;

/**
 * Reads a typical mistake: a Java file that begins with the points it loses.
 *
 * <pre>{@code
 * // q1 loses 2: forgets the bias
 * double weightedSum(double[] in, double[] w, double b) { … }
 * }</pre>
 *
 * The code answers the question in the first line. Further lines of this form name other questions
 * that lose points.
 */
final class WrongAnswers {

    private static final Pattern LOSES =
            Pattern.compile("// ([a-z][a-z0-9-]*) loses (\\d{1,3})(?:: (.+))?");

    private WrongAnswers() {}

    static Optional<WrongAnswer> read(
            String file, String text, List<ExerciseCell.Answer> questions, Problems problems) {
        List<String> lines = text.lines().toList();
        Map<String, Integer> loses = new LinkedHashMap<>();
        String mistake = "";
        int head = 0;
        for (Matcher line; head < lines.size(); head++) {
            line = LOSES.matcher(lines.get(head));
            if (!line.matches()) {
                break;
            }
            check(line, head + 1, questions, problems);
            loses.put(line.group(1), Integer.parseInt(line.group(2)));
            mistake = head == 0 && line.group(3) != null ? line.group(3) : mistake;
        }
        if (loses.isEmpty() || mistake.isEmpty()) {
            problems.add(
                    1,
                    "the file must begin with the points it loses, such as // q1 loses 2: forgets the bias.");
            return Optional.empty();
        }
        String code = lines.stream().skip(head).collect(Collectors.joining("\n")).strip();
        return Optional.of(
                new WrongAnswer(
                        file, mistake, loses, Map.of(loses.keySet().iterator().next(), code)));
    }

    private static void check(
            Matcher line, int number, List<ExerciseCell.Answer> questions, Problems problems) {
        String question = line.group(1);
        int points =
                questions.stream()
                        .filter(each -> each.question().equals(question))
                        .mapToInt(ExerciseCell.Answer::points)
                        .findFirst()
                        .orElse(0);
        int lost = Integer.parseInt(line.group(2));
        if (points == 0) {
            problems.add(
                    number,
                    "there is no question \"%s\". Questions: %s."
                            .formatted(
                                    question,
                                    questions.stream()
                                            .map(ExerciseCell.Answer::question)
                                            .collect(Collectors.joining(", "))));
        } else if (lost < 1 || lost > points) {
            problems.add(
                    number,
                    "question %s has %s points, so a mistake cannot lose %s."
                            .formatted(question, points, lost));
        }
    }
}
