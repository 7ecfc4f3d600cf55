package openweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.base.SelfProcess;
import openweights.grading.bench.Cores;
import openweights.grading.bench.GradingBench;
import openweights.grading.bench.GradingBench.Measurement;
import openweights.grading.bench.ResumeCheck;
import openweights.grading.bench.SyntheticClass;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.run.Engine;
import openweights.grading.run.GradingPlan;
import openweights.grading.run.LocalEngine;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Unsandboxed;
import openweights.runtime.kernel.CellImports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "grade",
        description = {
            "Measure how many submissions of a five-question exercise the grader grades per minute, on one core, with full isolation.",
            "With --kills, grade them once more in a process that is killed and restarted, and compare the results."
        },
        mixinStandardHelpOptions = true)
final class BenchGradeCommand implements Callable<Integer> {

    @Option(names = "--submissions", description = "How many; default ${DEFAULT-VALUE}.")
    private int submissions = 60;

    @Option(
            names = {"-j", "--places"},
            description = "How many at a time; default ${DEFAULT-VALUE}.")
    private int parallel = 1;

    @Option(names = "--cores", description = "How many cores to use; default ${DEFAULT-VALUE}.")
    private int cores = 1;

    @Option(names = "--kills", description = "How often to kill; default ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--unsandboxed", description = "Measure without a sandbox.")
    private boolean unsandboxed;

    @Option(
            names = "--folder",
            description =
                    "Keep notebooks and results here; an interrupted measurement resumes from there.")
    private @Nullable Path folder;

    @Option(
            names = "--nbgrader",
            paramLabel = "COURSE",
            description =
                    "Write the class as a course of nbgrader's and grade that, so that nbgrader can grade the same notebooks. No answer runs forever or ends the program, because nbgrader would hang or abort.")
    private @Nullable Path course;

    @Option(names = "--results", hidden = true, description = "Only grade into this file.")
    private @Nullable Path only;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GraderInstallation installation = GraderInstallation.of(Home.locate(), CellImports.all());
        Sandbox sandbox = unsandboxed ? new Unsandboxed() : installation.testedSandbox();
        GradingPlan plan = GradingPlan.of(SyntheticClass.exercise());
        Engine engine = LocalEngine.of(plan, installation, sandbox, parallel);
        GradingBench bench = bench();
        if (only != null) {
            bench.grade(engine, only);
            return 0;
        }
        measure(bench, engine);
        out().printf("sandbox: %s, Java %s%n", sandbox.name(), System.getProperty("java.version"));
        return kills == 0 || sameWhenKilled(bench) ? 0 : 1;
    }

    private GradingBench bench() throws IOException {
        if (course != null) {
            return GradingBench.createCourse(course.toAbsolutePath(), submissions);
        }
        Path place = folder == null ? Files.createTempDirectory("openweights-grade-bench") : folder;
        return GradingBench.create(place.toAbsolutePath(), submissions);
    }

    private void measure(GradingBench bench, Engine engine) throws IOException {
        boolean pinned = cores > 0 && Cores.pinToFirst(cores);
        Measurement measured = bench.measure(engine, out()::println);
        out().printf(
                        "%s, %d at a time, on %s%n",
                        measured, parallel, pinned ? cores + " core(s)" : "all cores");
    }

    private boolean sameWhenKilled(GradingBench bench) throws IOException {
        ResumeCheck.Outcome outcome =
                new ResumeCheck(bench, file -> worker(bench, file))
                        .run(kills, results -> out().printf("killed with %d results%n", results));
        out().printf("killed %d times and resumed: %s%n", kills, outcome);
        return outcome.same();
    }

    private List<String> worker(GradingBench bench, Path file) {
        List<String> arguments = new ArrayList<>(List.of("bench", "grade", "--results", "" + file));
        arguments.addAll(List.of("--submissions", "" + submissions, "--places", "" + parallel));
        arguments.addAll(List.of(course == null ? "--folder" : "--nbgrader", "" + bench.folder()));
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        return SelfProcess.command(arguments);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
