package openweights.grading.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Csv;
import openweights.course.exercise.source.Exercise;
import openweights.grading.report.Gradebook;
import openweights.grading.score.Grade;
import openweights.grading.submission.FileNames;
import openweights.grading.submission.Submission;

/** Writes grades into a folder, in one format per method. */
public record ExportFolder(Path path) {

    /**
     * What was written.
     *
     * @param file or folder
     * @param missing students who are not in it
     */
    public record Written(Path file, List<String> missing) {}

    /** The points as a table with a row per student. */
    public Written gradebook(Collection<Grade> grades) throws IOException {
        return write("gradebook.csv", Gradebook.wide(grades));
    }

    /** The tests' results as a table with a row per test. */
    public Written tests(Collection<Grade> grades) throws IOException {
        return write("tests.csv", Gradebook.tall(grades.stream().map(Grade::result).toList()));
    }

    /** The grades as JSON. */
    public Written json(Collection<Grade> grades) throws IOException {
        return write("results.json", text(ResultsJson.of(grades)));
    }

    /** The grades as JUnit's XML. */
    public Written junit(Collection<Grade> grades) throws IOException {
        return write("junit.xml", JUnitXml.of(grades));
    }

    /** A gradebook that Canvas exported, with a column filled in, under the same file name. */
    public Written canvas(Path gradebook, String column, Collection<Grade> grades)
            throws IOException {
        return merged(
                "canvas",
                gradebook,
                Merge.canvas(Csv.text(Files.readAllBytes(gradebook)), column, grades));
    }

    /** A gradebook that Moodle exported, with a column filled in, under the same file name. */
    public Written moodle(Path gradebook, String column, Collection<Grade> grades)
            throws IOException {
        return merged(
                "moodle",
                gradebook,
                Merge.moodle(Csv.text(Files.readAllBytes(gradebook)), column, grades));
    }

    /** In a folder of the platform's: its gradebook may have the name of another form's file. */
    private Written merged(String platform, Path gradebook, Merge merge) throws IOException {
        Files.createDirectories(path.resolve(platform));
        Path file = write(platform + "/" + gradebook.getFileName(), merge.csv()).file();
        return new Written(file, merge.missing());
    }

    /** A folder per student with Gradescope's {@code results.json}. */
    public Written gradescope(Collection<Grade> grades) throws IOException {
        Path folder = Files.createDirectories(path.resolve("gradescope"));
        deleteResults(folder);
        for (Grade grade : grades) {
            Path own = Files.createDirectories(folder.resolve(FileNames.safe(grade.student())));
            AtomicFile.write(own.resolve("results.json"), text(Gradescope.json(grade)));
        }
        return new Written(folder, List.of());
    }

    /** Points written earlier must not pass for those of a student who is left out now. */
    private static void deleteResults(Path folder) throws IOException {
        try (Stream<Path> students = Files.list(folder)) {
            for (Path each : students.toList()) {
                Files.deleteIfExists(each.resolve("results.json"));
            }
        }
    }

    /** The answers for JPlag. */
    public Written jplag(Exercise exercise, Collection<Grade> grades) throws IOException {
        Path folder = path.resolve("jplag");
        List<Submission> submissions =
                grades.stream()
                        .map(Grade::result)
                        .map(each -> new Submission(each.student(), Path.of(each.file())))
                        .toList();
        return new Written(folder, JPlagTree.write(exercise, submissions, folder));
    }

    private Written write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        AtomicFile.write(file, text);
        return new Written(file, List.of());
    }

    private static String text(JsonNode json) {
        return json.toPrettyString() + "\n";
    }
}
