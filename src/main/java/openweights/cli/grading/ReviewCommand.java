package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.grading.score.Grades;
import openweights.grading.score.ManualSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "review",
        description = {
            "Write a table of what a person must decide on: grading/EXERCISE/manual.csv. Fill in points and, if you like, a comment for the student; they count instead of the tests'.",
            "What you have filled in stays, whatever is graded again. Ends with 1 while something waits."
        },
        mixinStandardHelpOptions = true)
public final class ReviewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--all", description = "A row for every question of everybody.")
    private boolean all;

    @Spec private CommandSpec spec;
    @Mixin private GradingContext desk = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Path file = Grades.sheet(desk.folder(name));
        int waiting = ManualSheet.read(file).add(desk.latest(name), all);
        spec.commandLine().getOut().printf("%d rows without points in %s%n", waiting, file);
        List<String> findings = desk.grades(name).findings();
        findings.forEach(spec.commandLine().getErr()::println);
        return waiting == 0 && findings.isEmpty() ? 0 : 1;
    }
}
