package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.course.exercise.shell.CellImports;
import openweights.course.exercise.source.Exercise;
import openweights.course.grade.Exam;
import openweights.course.grade.Examiner;
import openweights.course.grade.Result;
import openweights.course.grade.ResultsFile;
import openweights.course.grade.remote.Archives;
import openweights.course.grade.remote.Installation;
import openweights.course.grade.remote.Patience;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Limits;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;
import openweights.course.grade.sandbox.Unsandboxed;
import openweights.course.grade.score.Grades;
import openweights.course.jupyter.Project;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.Option;

/** Where grading's files lie, and what grading runs with. */
final class GradingDesk {

    @Option(
            names = "--grading",
            paramLabel = "FOLDER",
            description =
                    "Where submissions and results are kept. Without it: grading in the course's folder.")
    private Path kept;

    private final Project project = Project.locate();

    /** An exercise by its name or its folder. */
    Exercise exercise(String name) throws IOException {
        Path folder = project.root().resolve("exercises").resolve(name);
        Path given = Files.isDirectory(folder) ? folder : Path.of(name);
        if (!Files.isDirectory(given)) {
            throw new IllegalArgumentException(
                    "there is no exercise \"%s\". Look into exercises/, or name a folder."
                            .formatted(name));
        }
        return Exercise.read(given);
    }

    /** Where an exercise's submissions and results are kept. */
    Path folder(String exercise) {
        String id = Path.of(exercise).getFileName().toString();
        Path all = kept == null ? project.root().resolve("grading") : kept.toAbsolutePath();
        return all.normalize().resolve(id);
    }

    Path collected(String exercise) {
        return folder(exercise).resolve("collected");
    }

    Path results(String exercise) {
        return folder(exercise).resolve("results.jsonl");
    }

    /**
     * The result that counts for each student.
     *
     * @throws IllegalArgumentException if there is none
     */
    Collection<Result> latest(String exercise) throws IOException {
        Collection<Result> latest = ResultsFile.latest(results(exercise));
        if (latest.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no results. Make them first: ./course grade %s SUBMISSIONS"
                            .formatted(results(exercise), exercise));
        }
        return latest;
    }

    /** What counts for each student. */
    Grades grades(String exercise) throws IOException {
        return Grades.of(latest(exercise), folder(exercise));
    }

    Examiner examiner(Exam exam, Sandbox sandbox, Installation installation) {
        return new Examiner(exam, sandbox, installation, Limits.USUAL, Patience.USUAL);
    }

    /**
     * The sandbox, tried out.
     *
     * @throws IllegalStateException if there is none, or it lets anything through
     */
    Sandbox sandbox(boolean unsandboxed, Installation installation) throws IOException {
        if (unsandboxed) {
            return new Unsandboxed();
        }
        Sandbox sandbox = Sandboxes.find();
        List<Finding> open =
                installation.probe(sandbox).stream().filter(each -> !each.stopped()).toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "The sandbox (%s) does not hold on this machine: %s. Look with ./course grade --probe; --unsandboxed grades without."
                            .formatted(sandbox.name(), open));
        }
        return sandbox;
    }

    Installation installation() throws IOException {
        Path natives = project.state().resolve("natives");
        if (!Files.isDirectory(natives)) {
            Nd4j.zeros(1); // unpacks them
        }
        List<Path> jars = new ArrayList<>(List.of(project.jar()));
        try (Stream<Path> libraries = Files.list(project.libraries())) {
            libraries.sorted().forEach(jars::add);
        }
        Installation installation =
                new Installation(
                        Path.of(System.getProperty("java.home")),
                        jars,
                        Files.isDirectory(natives) ? natives : null,
                        project.state().resolve("archives").resolve(stamp(jars)),
                        CellImports.all());
        Archives.make(installation);
        return installation;
    }

    /** Changes whenever an archive of classes would no longer fit. */
    private static String stamp(List<Path> jars) throws IOException {
        int hash = System.getProperty("java.vm.version").hashCode();
        for (Path jar : jars) {
            hash = Objects.hash(hash, jar, Files.size(jar), Files.getLastModifiedTime(jar));
        }
        return Integer.toHexString(hash);
    }

    /** Points in words, such as {@code q1 2/2, q2 0/1}. */
    static String points(Result result) {
        return String.join(
                ", ",
                result.questions().stream()
                        .map(q -> "%s %d/%d".formatted(q, result.points(q), result.max(q)))
                        .toArray(String[]::new));
    }
}
