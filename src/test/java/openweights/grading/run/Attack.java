package openweights.grading.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.grading.result.Verdict;

/**
 * An attack on the grader, kept as a file.
 *
 * @param verdicts of the first question's visible and hidden test, and of the second question
 * @param repairs that must be reported; null if it does not matter
 * @param seconds for the whole submission; 0 for the default timeout
 * @param needsGroups whether only control groups stop it
 */
record Attack(
        Path notebook,
        List<Verdict> verdicts,
        List<String> repairs,
        int seconds,
        boolean needsGroups) {

    private static final Pattern FIRST_LINE =
            Pattern.compile(
                    "// expect: ([A-Z_ ]+?)(?: within (\\d+) s)?( needs control groups)?\n");

    /**
     * @param folder where a notebook is written for an attack that is only an answer
     */
    static Attack read(Path file, Path folder) throws IOException {
        return file.toString().endsWith(".ipynb") ? notebook(file) : answer(file, folder);
    }

    private static Attack notebook(Path file) throws IOException {
        String text = Files.readString(file).replace("\uFEFF", "");
        JsonNode attack = new ObjectMapper().readTree(text).path("metadata").path("attack");
        List<String> repairs = new ArrayList<>();
        attack.path("repairs").forEach(each -> repairs.add(each.asText()));
        return new Attack(file, verdicts(attack.path("expect").asText()), repairs, 0, false);
    }

    private static Attack answer(Path file, Path folder) throws IOException {
        String text = Files.readString(file);
        Matcher first = FIRST_LINE.matcher(text);
        if (!first.lookingAt()) {
            throw new IOException(file + ": the first line is not: // expect: VERDICT");
        }
        String student = file.getFileName().toString().replaceFirst("\\.java$", "");
        Path notebook =
                SampleExercise.write(
                        folder, student, text.substring(first.end()), SampleExercise.HALF);
        int seconds = first.group(2) == null ? 0 : Integer.parseInt(first.group(2));
        return new Attack(
                notebook, verdicts(first.group(1)), null, seconds, first.group(3) != null);
    }

    /** One verdict holds for both tests; a third is the second question's, which usually passes. */
    private static List<Verdict> verdicts(String words) {
        List<Verdict> verdicts =
                new ArrayList<>(Stream.of(words.split(" ")).map(Verdict::valueOf).toList());
        if (verdicts.size() == 1) {
            verdicts.add(verdicts.get(0));
        }
        if (verdicts.size() == 2) {
            verdicts.add(Verdict.PASS);
        }
        return verdicts;
    }
}
