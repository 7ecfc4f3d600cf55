package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import openweights.base.SelfProcess;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.run.Batch;
import openweights.grading.run.Engine;
import openweights.grading.run.GradingPlan;
import openweights.grading.run.LocalEngine;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "grade",
        description = {
            "Measure how many submissions of a five-question exercise the grader does in a minute, on one core, with every isolation.",
            "With --kills it grades them once more in a process that is killed and started again, and compares."
        },
        mixinStandardHelpOptions = true)
public final class BenchGradeCommand implements Callable<Integer> {

    @Option(names = "--submissions", description = "How many; default ${DEFAULT-VALUE}.")
    private int submissions = 60;

    @Option(
            names = {"-j", "--places"},
            description = "How many at a time; default ${DEFAULT-VALUE}.")
    private int places = 1;

    @Option(names = "--cores", description = "How many cores; default ${DEFAULT-VALUE}.")
    private int cores = 1;

    @Option(names = "--kills", description = "How often to kill; default ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--unsandboxed", description = "Measure without a sandbox.")
    private boolean unsandboxed;

    @Option(
            names = "--folder",
            description =
                    "Keep notebooks and results here; a measurement that was stopped goes on there.")
    private @Nullable Path folder;

    @Option(
            names = "--nbgrader",
            paramLabel = "COURSE",
            description =
                    "Grade the class as a course of nbgrader's, written here, so that nbgrader can grade the same notebooks. None of its answers never ends or ends the program, at which nbgrader waits or gives up.")
    private @Nullable Path nbgrader;

    @Option(names = "--results", hidden = true, description = "Only grade into this file.")
    private @Nullable Path only;

    private final GradingContext desk = new GradingContext();
    private final GradingPlan exam = GradingPlan.of(SyntheticClass.exercise());

    @Override
    public Integer call() throws IOException {
        GraderInstallation installation = desk.installation();
        Sandbox sandbox = desk.sandbox(unsandboxed, installation);
        Engine engine = new LocalEngine(() -> desk.examiner(exam, sandbox, installation), places);
        Path home = home();
        List<Submission> all = SubmissionFinder.find(List.of(notebooks(home)));
        if (only != null) {
            Batch batch = batch(engine, only);
            batch.grade(batch.open(all), result -> {});
            return 0;
        }
        Path undisturbed = home.resolve("undisturbed.jsonl");
        measure(engine, all, undisturbed);
        System.out.printf(
                "sandbox: %s, Java %s%n", sandbox.name(), System.getProperty("java.version"));
        return kills == 0 || sameWhenKilled(home, undisturbed) ? 0 : 1;
    }

    private Path home() throws IOException {
        Path asked = nbgrader != null ? nbgrader : folder;
        return asked != null
                ? asked.toAbsolutePath()
                : Files.createTempDirectory("openweights-grade-bench");
    }

    /** The class that is graded; its folder is the one in which results are kept. */
    private Path notebooks(Path home) throws IOException {
        if (nbgrader != null) {
            SyntheticClass.writeCourse(home, submissions);
            return home.resolve("submitted");
        }
        Path notebooks = home.resolve("notebooks");
        SyntheticClass.write(notebooks, submissions);
        return notebooks;
    }

    private void measure(Engine engine, List<Submission> all, Path file) throws IOException {
        boolean pinned = pin();
        Batch batch = batch(engine, file);
        List<Submission> open = batch.open(all);
        if (open.size() < all.size()) {
            System.out.printf("%d were graded before.%n", all.size() - open.size());
        }
        GradingMeter meter = new GradingMeter(open.size());
        batch.grade(open, meter);
        System.out.printf(
                "%d submissions in %.1f s with %d at a time on %s: %.0f a minute%n",
                open.size(),
                meter.seconds(),
                places,
                pinned ? cores + " core(s)" : "all cores",
                meter.rate());
    }

    private static Batch batch(Engine engine, Path file) {
        return new Batch(engine, file, "1");
    }

    /** Keeps this process, and those that it starts, on the first cores. */
    private boolean pin() throws IOException {
        if (cores <= 0) {
            return false;
        }
        try {
            return new ProcessBuilder(
                                    "taskset",
                                    "-a",
                                    "-c",
                                    "-p",
                                    "0-" + (cores - 1),
                                    "" + ProcessHandle.current().pid())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean sameWhenKilled(Path home, Path undisturbed) throws IOException {
        Path disturbed = home.resolve("disturbed.jsonl");
        Random random = new Random(submissions);
        for (int kill = 1; kill <= kills; kill++) {
            int at = submissions * kill / (kills + 1);
            if (lines(disturbed) < at) {
                killAt(home, disturbed, at, random);
                System.out.printf("killed with %d results%n", lines(disturbed));
            }
        }
        await(worker(home, disturbed));
        Map<String, String> one = comparable(undisturbed);
        Map<String, String> other = comparable(disturbed);
        boolean same = one.equals(other);
        System.out.printf(
                "killed %d times and resumed: %d results in %d lines, %s%n",
                kills,
                other.size(),
                lines(disturbed),
                same ? "the same as undisturbed" : "DIFFERENT from undisturbed");
        return same;
    }

    private void killAt(Path home, Path file, int count, Random random) throws IOException {
        Process worker = worker(home, file);
        try {
            while (worker.isAlive() && lines(file) < count) {
                worker.waitFor(50, TimeUnit.MILLISECONDS);
            }
            worker.waitFor(random.nextInt(1000), TimeUnit.MILLISECONDS);
            worker.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process worker(Path home, Path file) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("bench", "grade", "--results", "" + file));
        arguments.addAll(List.of("--submissions", "" + submissions, "--places", "" + places));
        arguments.addAll(List.of(nbgrader == null ? "--folder" : "--nbgrader", "" + home));
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        return new ProcessBuilder(SelfProcess.command(arguments)).inheritIO().start();
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Each student's verdicts and messages; times aside. */
    private static Map<String, String> comparable(Path file) throws IOException {
        Map<String, String> results = new TreeMap<>();
        ResultsFile.read(
                file,
                (Result result) ->
                        results.put(result.student(), result.repairs() + " " + result.tests()));
        return results;
    }
}
