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
 * Looks in all that students get for lines that are none of theirs: of solutions, of hidden tests,
 * of the mistakes. Blanks do not count. A line that also stands in what they may see is no secret,
 * nor is one too short to tell anything.
 */
public final class LeakScan {

    private static final int SHORTEST = 12;

    private LeakScan() {}

    /** The secrets found in the release. */
    public static List<Problem> of(Exercise exercise, Release release) {
        Open open = Open.of(exercise);
        List<Problem> leaks = new ArrayList<>();
        release.files()
                .forEach(
                        (name, text) -> {
                            String haystack = squeezed(unescaped(text));
                            secrets(exercise)
                                    .forEach(secret -> secret.find(open, name, haystack, leaks));
                        });
        return leaks;
    }

    /**
     * A text that students must not see.
     *
     * @param firstLine of the text in the file
     */
    private record Secret(String file, int firstLine, String text) {

        private void find(Open open, String released, String haystack, List<Problem> leaks) {
            lines(text)
                    .forEach(
                            (line, number) -> {
                                if (!open.shows(line) && haystack.contains(line)) {
                                    leaks.add(
                                            new Problem(
                                                    file,
                                                    firstLine + number,
                                                    "this line is in the released %s. Students must not see it."
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
     * What students are meant to see.
     *
     * @param code without blanks
     * @param prose the lines of the text, which show code only where it fills a line of its own
     */
    private record Open(String code, Set<String> prose) {

        private static Open of(Exercise exercise) {
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
            return new Open(squeezed(code.toString()), prose);
        }

        private boolean shows(String line) {
            return code.contains(line) || prose.contains(line);
        }
    }

    /** The lines that tell something, without blanks, and their places. */
    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> all = text.lines().map(LeakScan::squeezed).collect(Collectors.toList());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).length() >= SHORTEST) {
                lines.putIfAbsent(all.get(i), i);
            }
        }
        return lines;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** JSON's strings hide line ends and quotes; they are looked through both ways. */
    private static String unescaped(String json) {
        return json + "\n" + json.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
