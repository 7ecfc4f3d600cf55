package openweights.cli.grading;

import java.io.IOException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.report.GradingProgress;
import openweights.grading.report.ReviewNotice;
import openweights.grading.run.Regrade;
import openweights.grading.run.Regrade.Policy;
import openweights.grading.run.RegradeText;
import openweights.grading.score.Grades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "regrade",
        description =
                "Grade again what other tests or an older grader graded, and report every change of points. Points that a person gave stay, and earlier results stay in the file.")
public final class RegradeCommand extends GradingCommand {

    @Option(
            names = "--policy",
            description =
                    "Which result counts: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Policy policy = Policy.LATEST;

    @Mixin private EngineOptions engine = new EngineOptions();

    @Override
    protected void run() throws IOException {
        Exercise exercise = exercise();
        Regrade regrade = Regrade.plan(exercise, folder());
        RegradeText text = new RegradeText(folder(), policy);
        if (regrade.isUpToDate()) {
            print(text.upToDate(regrade));
        } else {
            regrade.unavailable().forEach(each -> finding(text.unavailable(each)));
            if (regrade.needsEngine()) {
                regrade.grade(
                        engine.choice(context().installation()).engine(exercise, folder()),
                        new GradingProgress(regrade.open().size(), err()));
            }
            print(text.decisions(regrade.settle(policy)));
        }
        Grades grades = Grades.of(folder());
        grades.findings().forEach(this::finding);
        ReviewNotice.print(grades.open(), folder(), out());
        expect(grades.open().isEmpty());
    }
}
