package openweights.course.exercise.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.Sha256;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.Exercise.WrongAnswer;
import openweights.course.markdown.Problem;
import openweights.course.markdown.Problems;

/** Reads an exercise's folder and reports everything that is wrong with it. */
final class ExerciseReader {

    private final Path folder;
    private final String id;
    private final List<Problem> found = new ArrayList<>();

    private ExerciseReader(Path folder) {
        this.folder = folder;
        this.id = folder.getFileName().toString();
    }

    static Exercise read(Path folder) throws IOException {
        ExerciseReader reader = new ExerciseReader(folder.toAbsolutePath().normalize());
        Exercise exercise = reader.exercise();
        if (!reader.found.isEmpty()) {
            throw new ExerciseException(ExerciseProblems.in(reader.folder, reader.found));
        }
        return exercise;
    }

    private Exercise exercise() throws IOException {
        Path text = folder.resolve("exercise.md");
        if (!id.matches("\\d\\d-[a-z0-9-]+") || !Files.isRegularFile(text)) {
            problem(
                    "exercise.md",
                    "an exercise is a folder NN-name that contains this file; NN is the number of its lesson. Create one with ./course exercise new.");
            throw new ExerciseException(ExerciseProblems.in(folder, found));
        }
        Problems problems = new Problems(name(text));
        List<String> lines = new ArrayList<>(content(text).lines().toList());
        FrontMatter settings = FrontMatter.read(lines, problems);
        Collections.fill(lines.subList(0, settings.lines()), "");
        ExerciseText.Content content = ExerciseText.read(lines, problems);
        List<ExerciseCell.Answer> questions =
                content.parts().stream()
                        .filter(ExerciseCell.Answer.class::isInstance)
                        .map(ExerciseCell.Answer.class::cast)
                        .toList();
        checkPoints(settings.points(), questions, problems);
        gather(problems);
        List<TestFile> tests = new ArrayList<>(tests("visible", false));
        tests.addAll(tests("hidden", true));
        return new Exercise(
                id,
                content.title(),
                Integer.parseInt(id.substring(0, 2)),
                settings.minutes(),
                settings.difficulty(),
                settings.points(),
                settings.variants(),
                content.parts(),
                tests,
                wrong(questions),
                right(questions),
                equivalent(),
                version(content(text), tests));
    }

    private static void checkPoints(
            int wanted, List<ExerciseCell.Answer> questions, Problems problems) {
        int sum = questions.stream().mapToInt(ExerciseCell.Answer::points).sum();
        if (questions.isEmpty()) {
            problems.add(
                    1, "the exercise has no question. Write a cell ```java answer id=q1 points=3.");
        } else if (sum != wanted) {
            problems.add(
                    1,
                    "the exercise has %s points, but its questions add up to %s."
                            .formatted(wanted, sum));
        }
    }

    private List<TestFile> tests(String kind, boolean hidden) throws IOException {
        List<TestFile> tests = new ArrayList<>();
        for (Path file : javaFiles(folder.resolve("tests").resolve(kind))) {
            String className = file.getFileName().toString().replace(".java", "");
            tests.add(new TestFile(name(file), className, hidden, content(file)));
        }
        if (tests.isEmpty()) {
            problem(
                    "tests/" + kind,
                    "there are no %s tests. Write a JUnit class with @Question here."
                            .formatted(kind));
        }
        return tests;
    }

    private List<WrongAnswer> wrong(List<ExerciseCell.Answer> questions) throws IOException {
        List<WrongAnswer> wrong = new ArrayList<>();
        for (Path file : javaFiles(folder.resolve("wrong"))) {
            Problems problems = new Problems(name(file));
            WrongAnswers.read(name(file), content(file), questions, problems).ifPresent(wrong::add);
            gather(problems);
        }
        return wrong;
    }

    private List<RightAnswer> right(List<ExerciseCell.Answer> questions) throws IOException {
        List<RightAnswer> right = new ArrayList<>();
        for (Path file : javaFiles(folder.resolve("right"))) {
            Problems problems = new Problems(name(file));
            RightAnswers.read(name(file), content(file), questions, problems).ifPresent(right::add);
            gather(problems);
        }
        return right;
    }

    /** Reasons by mutant. */
    private Map<String, String> equivalent() {
        Path file = folder.resolve(Exercise.EQUIVALENT);
        Map<String, String> reasons = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Json.readYaml(name(file), content(file), JsonNode.class)
                    .properties()
                    .forEach(each -> reasons.put(each.getKey(), each.getValue().asText()));
        }
        return reasons;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String version(String text, List<TestFile> tests) {
        MessageDigest digest = Sha256.digest();
        Stream<String> pieces =
                Stream.concat(
                        Stream.of("exercise.md", text),
                        tests.stream()
                                .flatMap(
                                        test ->
                                                Stream.of(
                                                        test.className() + test.hidden(),
                                                        test.source())));
        pieces.forEach(
                piece -> {
                    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                });
        return Sha256.hex(digest);
    }

    private void gather(Problems problems) {
        problems.forEach(found::add);
    }

    private void problem(String file, String message) {
        found.add(new Problem("exercises/" + id + "/" + file, 1, message));
    }

    private String name(Path file) {
        return "exercises/" + id + "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
