package openweights.course.exercise.source;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Sha256;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.exercise.source.Exercise.Variant;
import openweights.course.exercise.source.Exercise.WrongAnswer;

/**
 * One student's variant of an exercise: every <code>{{name}}</code> in text, cells and mistakes is
 * replaced with that student's number. The numbers depend only on the names of the exercise and the
 * student, so they can be derived again at any time, on any machine.
 *
 * @param exercise with all numbers filled in
 * @param values the numbers by name; empty if the exercise has no variants
 */
public record Variation(Exercise exercise, Map<String, Long> values) {

    public Variation {
        values = Map.copyOf(values);
    }

    /**
     * @param student the student's name; empty for a variant that belongs to nobody
     */
    public static Variation of(Exercise exercise, String student) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Variant variant : exercise.variants()) {
            values.put(variant.name(), value(exercise.id(), student, variant));
        }
        return new Variation(values.isEmpty() ? exercise : filled(exercise, values), values);
    }

    private static long value(String exercise, String student, Variant variant) {
        String name = Normalizer.normalize(student, Normalizer.Form.NFC);
        byte[] text =
                String.join("\n", exercise, name, variant.name()).getBytes(StandardCharsets.UTF_8);
        BigInteger number = new BigInteger(1, Sha256.digest().digest(text));
        BigInteger count = BigInteger.valueOf(variant.to() - variant.from() + 1);
        return variant.from() + number.mod(count).longValue();
    }

    private static Exercise filled(Exercise exercise, Map<String, Long> values) {
        List<ExerciseCell> parts =
                exercise.parts().stream().map(part -> filled(part, values)).toList();
        List<WrongAnswer> wrong =
                exercise.wrong().stream().map(each -> filled(each, values)).toList();
        return new Exercise(
                exercise.id(),
                fill(exercise.title(), values),
                exercise.lesson(),
                exercise.minutes(),
                exercise.difficulty(),
                exercise.points(),
                exercise.variants(),
                parts,
                exercise.tests(),
                wrong,
                exercise.right().stream().map(each -> filled(each, values)).toList(),
                exercise.equivalent(),
                exercise.version());
    }

    private static ExerciseCell filled(ExerciseCell part, Map<String, Long> values) {
        if (part instanceof ExerciseCell.Text text) {
            return new ExerciseCell.Text(text.id(), text.line(), fill(text.markdown(), values));
        }
        if (part instanceof ExerciseCell.Given given) {
            return new ExerciseCell.Given(given.id(), given.line(), fill(given.source(), values));
        }
        ExerciseCell.Answer answer = (ExerciseCell.Answer) part;
        return new ExerciseCell.Answer(
                answer.id(),
                answer.line(),
                answer.question(),
                answer.points(),
                fill(answer.starter(), values),
                fill(answer.solution(), values));
    }

    private static WrongAnswer filled(WrongAnswer wrong, Map<String, Long> values) {
        return new WrongAnswer(
                wrong.file(), wrong.mistake(), wrong.loses(), filled(wrong.answers(), values));
    }

    private static RightAnswer filled(RightAnswer right, Map<String, Long> values) {
        return new RightAnswer(right.file(), right.how(), filled(right.answers(), values));
    }

    private static Map<String, String> filled(
            Map<String, String> answers, Map<String, Long> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        answers.forEach((question, code) -> filled.put(question, fill(code, values)));
        return filled;
    }

    private static String fill(String text, Map<String, Long> values) {
        String filled = text;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue().toString());
        }
        return filled;
    }
}
