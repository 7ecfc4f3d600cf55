package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.cli.command.CourseCommand;
import openweights.grading.bench.BenchReport;
import openweights.grading.bench.GradingBench;
import openweights.grading.bench.SyntheticClass;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.run.Engine;
import openweights.grading.sandbox.Sandbox;
import openweights.runtime.kernel.CellImports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "grade",
        description = {
            "Measure how many submissions of a five-question exercise the grader grades per minute, on one core, with full isolation.",
            "With --kills, grade them once more in a process that is killed and restarted, and compare the results."
        })
public final class BenchGradeCommand extends CourseCommand {

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

    @Override
    protected void run() throws IOException {
        GraderInstallation installation = GraderInstallation.of(Home.locate(), CellImports.all());
        Sandbox sandbox = installation.sandbox(unsandboxed);
        Engine engine = SyntheticClass.engine(installation, sandbox, parallel);
        GradingBench bench =
                course == null
                        ? GradingBench.create(folder, submissions)
                        : GradingBench.createCourse(course, submissions);
        if (only != null) {
            bench.grade(engine, only);
            return;
        }
        BenchReport report = new BenchReport(bench, this::println);
        report.measure(engine, parallel, cores, sandbox);
        String place = course == null ? "--folder" : "--nbgrader";
        expect(kills == 0 || report.resumes(kills, bench.worker(place, parallel, unsandboxed)));
    }
}
