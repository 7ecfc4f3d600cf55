package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.course.exercise.source.Exercise;
import openweights.grading.export.Gradescope;
import openweights.grading.export.JPlagTree;
import openweights.grading.export.JUnitXml;
import openweights.grading.export.Json;
import openweights.grading.export.Merge;
import openweights.grading.report.Gradebook;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.submission.FileNames;
import openweights.grading.submission.Submission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Write results in a form that others read, into grading/EXERCISE/export.",
            "All but tests and jplag have the points that count: with those given by hand (./course review) and with what late.yaml takes. tests has what each test gave.",
            "canvas and moodle fill one column of the gradebook that you exported there (--gradebook, --column).",
            "Students whose points are not final are left out and named. Ends with 1 then, or if anybody else is missing."
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    /** What to write. */
    enum Form {
        CSV,
        TESTS,
        JSON,
        CANVAS,
        MOODLE,
        GRADESCOPE,
        JUNIT,
        JPLAG
    }

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Parameters(index = "1", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}.")
    private Form form;

    @Option(names = "--gradebook", paramLabel = "FILE", description = "The platform's own export.")
    private @Nullable Path gradebook;

    @Option(
            names = "--column",
            paramLabel = "TITLE",
            description = "The column to fill. Default for Moodle: Grade.")
    private @Nullable String column;

    @Option(names = "--with-open", description = "Write those too whose points are not final.")
    private boolean withOpen;

    @Spec private CommandSpec spec;
    @Mixin private Findings findings = new Findings();
    @Mixin private GradingContext desk = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Grades grades = desk.grades(name);
        NeedsReview waiting = NeedsReview.among(form == Form.JPLAG ? List.of() : grades.all());
        boolean all = withOpen || waiting.isEmpty();
        List<Grade> chosen =
                all ? grades.all() : grades.all().stream().filter(each -> !each.isOpen()).toList();
        Path folder = Files.createDirectories(desk.folder(name).resolve("export"));
        spec.commandLine().getOut().println(write(chosen, folder));
        grades.findings().forEach(findings::add);
        if (!all) {
            findings.add(
                    "%d of %d left out, as their points are not final (--with-open writes them too):"
                            .formatted(waiting.grades().size(), grades.all().size()));
            waiting.print(name, spec.commandLine().getErr());
        }
        return findings.any() ? 1 : 0;
    }

    private Path write(List<Grade> grades, Path folder) throws IOException {
        List<Result> results = grades.stream().map(Grade::result).toList();
        return switch (form) {
            case CSV -> put(folder, "gradebook.csv", Gradebook.wide(grades));
            case TESTS -> put(folder, "tests.csv", Gradebook.tall(results));
            case JSON -> put(folder, "results.json", Json.of(grades).toPrettyString() + "\n");
            case CANVAS -> merged(folder, Merge.canvas(table(), column(), grades));
            case MOODLE ->
                    merged(
                            folder,
                            Merge.moodle(table(), column == null ? "Grade" : column, grades));
            case GRADESCOPE -> gradescope(folder.resolve("gradescope"), grades);
            case JUNIT -> put(folder, "junit.xml", JUnitXml.of(grades));
            case JPLAG -> jplag(folder.resolve("jplag"), results);
        };
    }

    private static Path put(Path folder, String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text);
    }

    private String table() throws IOException {
        if (gradebook == null) {
            throw new IllegalArgumentException(
                    "export the gradebook from the platform and name it: --gradebook FILE.");
        }
        return Files.readString(gradebook);
    }

    private String column() {
        if (column == null) {
            throw new IllegalArgumentException("name the assignment's column: --column TITLE.");
        }
        return column;
    }

    private Path merged(Path folder, Merge merge) throws IOException {
        if (!merge.missing().isEmpty()) {
            findings.add("not in the gradebook: " + String.join(", ", merge.missing()));
        }
        return put(folder, Objects.requireNonNull(gradebook).getFileName().toString(), merge.csv());
    }

    private static Path gradescope(Path folder, Collection<Grade> grades) throws IOException {
        forget(folder);
        for (Grade grade : grades) {
            Path place = Files.createDirectories(folder.resolve(FileNames.safe(grade.student())));
            put(place, "results.json", Gradescope.json(grade).toPrettyString() + "\n");
        }
        return folder;
    }

    /** What was written before must not pass for the points of somebody who is left out now. */
    private static void forget(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> students = Files.list(folder)) {
            for (Path each : students.toList()) {
                Files.deleteIfExists(each.resolve("results.json"));
            }
        }
    }

    private Path jplag(Path folder, Collection<Result> results) throws IOException {
        Exercise exercise = desk.exercise(name);
        List<Submission> submissions =
                results.stream()
                        .map(each -> new Submission(each.student(), Path.of(each.file())))
                        .collect(Collectors.toList());
        List<String> left = JPlagTree.write(exercise, submissions, folder);
        if (!left.isEmpty()) {
            findings.add("cannot be read: " + String.join(", ", left));
        }
        return folder;
    }
}
