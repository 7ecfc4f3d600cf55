package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.TerminalText;
import openweights.course.exercise.source.Exercise;
import openweights.grading.report.GradingProgress;
import openweights.grading.report.ReviewNotice;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.run.Regrade;
import openweights.grading.run.Regrade.Decision;
import openweights.grading.run.Regrade.Policy;
import openweights.grading.score.Grades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "regrade",
        description =
                "Grade again what other tests or an older grader graded, and report every change of points. Points that a person gave stay, and earlier results stay in the file.",
        mixinStandardHelpOptions = true)
public final class RegradeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--policy",
            description =
                    "Which result counts: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Policy policy = Policy.LATEST;

    @Spec private CommandSpec spec;

    @Mixin private Findings findings = new Findings();

    @Mixin private GradingContext context = new GradingContext();

    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws IOException {
        Exercise exercise = context.exercise(name);
        GradingFolder folder = context.folder(name);
        Regrade regrade = Regrade.plan(exercise, folder);
        PrintWriter out = spec.commandLine().getOut();
        if (regrade.isUpToDate()) {
            out.printf(
                    "nothing to do: all %d were graded by these tests and this grader%n",
                    regrade.total());
        } else {
            regrade.unavailable().forEach(this::report);
            if (regrade.needsEngine()) {
                int open = regrade.open().size();
                regrade.grade(
                        engine.engine(context, name, exercise),
                        new GradingProgress(open, spec.commandLine().getErr()));
            }
            print(regrade.settle(policy), out);
        }
        Grades grades = Grades.of(folder);
        grades.findings().forEach(findings::add);
        ReviewNotice.print(grades.open(), name, out);
        return grades.open().isEmpty() && !findings.any() ? 0 : 1;
    }

    private void report(Result unavailable) {
        findings.add(
                "%s keeps the points: %s is gone, or is not what was graded. Put it back, or grade the new one: ./course grade %s"
                        .formatted(
                                TerminalText.printable(unavailable.student()),
                                unavailable.file(),
                                name));
    }

    private void print(List<Decision> decisions, PrintWriter out) {
        for (Decision each : decisions) {
            if (!each.change().isSilent()) {
                out.printf(
                        "%s: %s%s%n",
                        TerminalText.printable(each.change().student()),
                        each.change().summary(),
                        each.keepsOld() ? "; keeps the old points" : "");
            }
        }
        long gain = decisions.stream().filter(each -> each.change().gain() > 0).count();
        long lose = decisions.stream().filter(each -> each.change().gain() < 0).count();
        out.printf(
                "%d graded again: %d gain, %d lose%s, %d stay%n",
                decisions.size(),
                gain,
                lose,
                policy == Policy.NEVER_LOWER && lose > 0 ? " and keep what they had" : "",
                decisions.size() - gain - lose);
    }
}
