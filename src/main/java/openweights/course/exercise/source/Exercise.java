package openweights.course.exercise.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An exercise as its author wrote it.
 *
 * @param id the folder's name, such as {@code 01-umbrella}
 * @param lesson number of the lesson that teaches what it requires
 * @param minutes how long a student needs
 * @param difficulty from 1 (practice what was shown) to 3 (find your own way)
 * @param points the sum of the questions' points
 * @param variants the numbers that differ between students; often none
 * @param parts the notebook's cells in order
 * @param tests the JUnit test files, visible ones first, each group in order of names
 * @param wrong typical mistakes, in order of names
 * @param right other right answers, in order of names
 * @param equivalent mutants of the solution that are as right as the solution, each with the reason
 * @param version SHA-256 of everything that determines points: the text and the tests
 */
public record Exercise(
        String id,
        String title,
        int lesson,
        int minutes,
        int difficulty,
        int points,
        List<Variant> variants,
        List<ExerciseCell> parts,
        List<TestFile> tests,
        List<WrongAnswer> wrong,
        List<RightAnswer> right,
        Map<String, String> equivalent,
        String version) {

    /** File beside the text that names equivalent mutants. */
    public static final String EQUIVALENT = "equivalent.yaml";

    public Exercise {
        variants = List.copyOf(variants);
        parts = List.copyOf(parts);
        tests = List.copyOf(tests);
        wrong = List.copyOf(wrong);
        right = List.copyOf(right);
        equivalent = Map.copyOf(equivalent);
    }

    /** An exercise without other right answers. */
    public Exercise(
            String id,
            String title,
            int lesson,
            int minutes,
            int difficulty,
            int points,
            List<Variant> variants,
            List<ExerciseCell> parts,
            List<TestFile> tests,
            List<WrongAnswer> wrong,
            String version) {
        this(
                id,
                title,
                lesson,
                minutes,
                difficulty,
                points,
                variants,
                parts,
                tests,
                wrong,
                List.of(),
                Map.of(),
                version);
    }

    /**
     * Reads an exercise's folder.
     *
     * @throws ExerciseException with every problem, each with file and line
     */
    public static Exercise read(Path folder) throws IOException {
        return ExerciseReader.read(folder);
    }

    /** The questions in order. */
    public List<ExerciseCell.Answer> questions() {
        return parts.stream()
                .filter(ExerciseCell.Answer.class::isInstance)
                .map(ExerciseCell.Answer.class::cast)
                .toList();
    }

    /**
     * A whole number that differs between students.
     *
     * @param name as it occurs in the text, in double braces
     * @param from smallest value
     * @param to largest value
     */
    public record Variant(String name, long from, long to) {}

    /**
     * A Java source file with one JUnit class.
     *
     * @param file path in the project, such as {@code
     *     exercises/01-umbrella/tests/hidden/SumTest.java}
     * @param className the class that it declares in the unnamed package
     * @param hidden whether students never see it
     */
    public record TestFile(String file, String className, boolean hidden, String source) {}

    /**
     * A typical mistake.
     *
     * @param file path in the project
     * @param loses points lost, by question; other questions lose none
     * @param answers the code that replaces the solution, by question
     */
    public record WrongAnswer(
            String file, String mistake, Map<String, Integer> loses, Map<String, String> answers) {

        public WrongAnswer {
            loses = Map.copyOf(loses);
            answers = Map.copyOf(answers);
        }
    }

    /**
     * Another right answer, which must get all points.
     *
     * @param file path in the project
     * @param how it differs from the solution
     * @param answers the code that replaces the solution, by question
     */
    public record RightAnswer(String file, String how, Map<String, String> answers) {

        public RightAnswer {
            answers = Map.copyOf(answers);
        }
    }
}
