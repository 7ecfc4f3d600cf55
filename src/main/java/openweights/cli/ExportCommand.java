package openweights.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Result;
import openweights.course.grade.collect.Names;
import openweights.course.grade.export.Gradescope;
import openweights.course.grade.export.JPlagTree;
import openweights.course.grade.export.JUnitXml;
import openweights.course.grade.export.Merge;
import openweights.course.grade.report.Gradebook;
import openweights.course.grade.score.Grade;
import openweights.course.grade.submission.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write results in a form that others read, into grading/EXERCISE/export.",
            "csv, canvas and moodle have the points that count: with those given by hand (./course review) and with what late.yaml takes. The others have what the tests gave.",
            "canvas and moodle fill one column of the gradebook that you exported there (--gradebook, --column)."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

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
    private Path gradebook;

    @Option(
            names = "--column",
            paramLabel = "TITLE",
            description = "The column to fill. Default for Moodle: Grade.")
    private String column;

    @Option(names = "--with-open", description = "Export although some points are not final.")
    private boolean withOpen;

    @Mixin private GradingDesk desk = new GradingDesk();

    @Override
    public Integer call() throws IOException {
        List<Grade> grades = desk.grades(name);
        List<String> open = grades.stream().filter(Grade::isOpen).map(Grade::student).toList();
        if (!open.isEmpty() && !withOpen) {
            throw new IllegalStateException(
                    "not all points are final; still open: %s%s. Decide on them by ./course review %s, or add --with-open."
                            .formatted(
                                    String.join(", ", open.subList(0, Math.min(5, open.size()))),
                                    open.size() > 5
                                            ? " and %d more".formatted(open.size() - 5)
                                            : "",
                                    name));
        }
        Path folder = Files.createDirectories(desk.folder(name).resolve("export"));
        System.out.println(write(grades, folder));
        return 0;
    }

    private Path write(List<Grade> grades, Path folder) throws IOException {
        List<Result> results = grades.stream().map(Grade::result).toList();
        return switch (form) {
            case CSV -> put(folder, "gradebook.csv", Gradebook.wide(grades));
            case TESTS -> put(folder, "tests.csv", Gradebook.tall(results));
            case JSON ->
                    put(
                            folder,
                            "results.json",
                            new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(results));
            case CANVAS -> merged(folder, Merge.canvas(table(), column(null), grades));
            case MOODLE -> merged(folder, Merge.moodle(table(), column("Grade"), grades));
            case GRADESCOPE -> gradescope(folder.resolve("gradescope"), results);
            case JUNIT -> put(folder, "junit.xml", JUnitXml.of(results));
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

    private String column(String usual) {
        if (column == null && usual == null) {
            throw new IllegalArgumentException("name the assignment's column: --column TITLE.");
        }
        return column == null ? usual : column;
    }

    private Path merged(Path folder, Merge merge) throws IOException {
        if (!merge.missing().isEmpty()) {
            System.err.println("not in the gradebook: " + String.join(", ", merge.missing()));
        }
        return put(folder, gradebook.getFileName().toString(), merge.csv());
    }

    private static Path gradescope(Path folder, Collection<Result> results) throws IOException {
        for (Result result : results) {
            Path place = Files.createDirectories(folder.resolve(Names.safe(result.student())));
            put(place, "results.json", Gradescope.json(result).toPrettyString() + "\n");
        }
        return folder;
    }

    private Path jplag(Path folder, Collection<Result> results) throws IOException {
        Exercise exercise = desk.exercise(name);
        List<Submission> submissions =
                results.stream()
                        .map(each -> new Submission(each.student(), Path.of(each.file())))
                        .collect(Collectors.toList());
        List<String> left = JPlagTree.write(exercise, submissions, folder);
        if (!left.isEmpty()) {
            System.err.println("cannot be read: " + String.join(", ", left));
        }
        return folder;
    }
}
