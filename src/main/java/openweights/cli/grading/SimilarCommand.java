package openweights.cli.grading;

import java.io.IOException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.similar.Handed;
import openweights.grading.similar.SimilarText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "similar",
        description = {
            "List pairs of submissions that share code which few others have.",
            "What was handed out and what many share does not count. A pair is a reason to look, on the desk's page Copies, and no proof."
        })
public final class SimilarCommand extends GradingCommand {

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many pairs at most; default ${DEFAULT-VALUE}.")
    private int top = 20;

    @Override
    protected void run() throws IOException {
        Exercise exercise = exercise();
        Handed handed = Handed.of(exercise, folder().latest());
        print(SimilarText.of(handed, handed.pairs(exercise), top));
        SimilarText.unreadable(handed).forEach(this::finding);
    }
}
