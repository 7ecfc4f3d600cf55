package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.grading.remote.Archives;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.run.Grader;
import openweights.grading.run.GradingPlan;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.grading.sandbox.Unsandboxed;
import openweights.grading.score.Grades;
import openweights.runtime.kernel.CellImports;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.Option;

/** Where grading's files lie, and what grading runs with. */
final class GradingContext {

    @Option(
            names = "--grading",
            paramLabel = "FOLDER",
            description =
                    "Where submissions and results are kept. Without it: grading in the course's folder.")
    private @Nullable Path kept;

    private final Home project = Home.locate();

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

    Grader examiner(GradingPlan exam, Sandbox sandbox, GraderInstallation installation) {
        return new Grader(exam, sandbox, installation, Limits.DEFAULT, Timeouts.DEFAULT);
    }

    /**
     * The sandbox, tried out.
     *
     * @throws IllegalStateException if there is none, or it lets anything through
     */
    Sandbox sandbox(boolean unsandboxed, GraderInstallation installation) throws IOException {
        if (unsandboxed) {
            return new Unsandboxed();
        }
        Sandbox sandbox = Sandboxes.find();
        List<ProbeFinding> open =
                installation.probe(sandbox).stream().filter(each -> !each.stopped()).toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "The sandbox (%s) does not hold on this machine: %s. Look with ./course grade --probe; --unsandboxed grades without."
                            .formatted(sandbox.name(), open));
        }
        return sandbox;
    }

    GraderInstallation installation() throws IOException {
        Path natives = project.state().resolve("natives");
        if (!Files.isDirectory(natives)) {
            Nd4j.zeros(1); // unpacks them
        }
        List<Path> jars = new ArrayList<>(List.of(project.jar()));
        try (Stream<Path> libraries = Files.list(project.libraries())) {
            libraries.sorted().forEach(jars::add);
        }
        GraderInstallation installation =
                new GraderInstallation(
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
