package openweights.course.exercise.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.markdown.Problem;

/**
 * Searches everything that students get for lines that they must not see: those of solutions,
 * hidden tests and typical mistakes. White space does not count. A line that they may also see
 * elsewhere is not a secret, nor is one too short to reveal anything.
 */
public final class LeakScan {

    private static final int MIN_LENGTH = 12;

    private LeakScan() {}

    /** Reports the secrets found in a release. */
    public static List<Problem> of(Exercise exercise, Release release) {
        Visible visible = Visible.of(exercise);
        List<Problem> leaks = new ArrayList<>();
        release.files()
                .forEach(
                        (name, text) -> {
                            String haystack = squeezed(unescaped(text));
                            secrets(exercise)
                                    .forEach(secret -> secret.find(visible, name, haystack, leaks));
                        });
        return leaks;
    }

    /**
     * A text that students must not see.
     *
     * @param firstLine the line of the file where the text begins
     */
    private record Secret(String file, int firstLine, String text) {

        private void find(Visible visible, String released, String haystack, List<Problem> leaks) {
            lines(text)
                    .forEach(
                            (line, number) -> {
                                if (!visible.contains(line) && haystack.contains(line)) {
                                    leaks.add(
                                            new Problem(
                                                    file,
                                                    firstLine + number,
                                                    "this line also appears in the released %s, but students must not see it."
                                                            .formatted(released)));
                                }
                            });
        }
    }

    private static List<Secret> secrets(Exercise exercise) {
        List<Secret> secrets = new ArrayList<>();
        String text = "exercises/" + exercise.id() + "/exercise.md";
        exercise.questions()
                .forEach(answer -> secrets.add(new Secret(text, answer.line(), answer.solution())));
        exercise.tests().stream()
                .filter(TestFile::hidden)
                .forEach(test -> secrets.add(new Secret(test.file(), 1, test.source())));
        exercise.wrong()
                .forEach(
                        wrong ->
                                wrong.answers()
                                        .values()
                                        .forEach(
                                                code ->
                                                        secrets.add(
                                                                new Secret(
                                                                        wrong.file(), 1, code))));
        return secrets;
    }

    /**
     * What students may see.
     *
     * @param code without white space
     * @param prose the lines of text, which reveal code only if it fills a whole line
     */
    private record Visible(String code, Set<String> prose) {

        private static Visible of(Exercise exercise) {
            StringBuilder code = new StringBuilder();
            Set<String> prose = new HashSet<>();
            for (ExerciseCell part : exercise.parts()) {
                if (part instanceof ExerciseCell.Text text) {
                    prose.addAll(lines(text.markdown()).keySet());
                } else if (part instanceof ExerciseCell.Given given) {
                    code.append(given.source());
                } else if (part instanceof ExerciseCell.Answer answer) {
                    code.append(answer.starter());
                }
            }
            exercise.tests().stream()
                    .filter(test -> !test.hidden())
                    .forEach(test -> code.append(test.source()));
            return new Visible(squeezed(code.toString()), prose);
        }

        private boolean contains(String line) {
            return code.contains(line) || prose.contains(line);
        }
    }

    /** The lines that reveal something, without white space, and their indices. */
    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> all = text.lines().map(LeakScan::squeezed).collect(Collectors.toList());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).length() >= MIN_LENGTH) {
                lines.putIfAbsent(all.get(i), i);
            }
        }
        return lines;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** JSON strings escape line ends and quotes, so both forms are searched. */
    private static String unescaped(String json) {
        return json + "\n" + json.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
