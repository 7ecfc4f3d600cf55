package openweights.cli.grading;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.TerminalText;
import openweights.course.exercise.source.Exercise;
import openweights.grading.similar.Handed;
import openweights.grading.similar.Pair;
import openweights.grading.similar.Similarity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "similar",
        description = {
            "List pairs of submissions that share code which few others have.",
            "What was handed out and what many share does not count. A pair is a reason to look, on the desk's page Copies, and no proof."
        },
        mixinStandardHelpOptions = true)
public final class SimilarCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many pairs at most; default ${DEFAULT-VALUE}.")
    private int top = 20;

    @Spec private CommandSpec spec;

    @Mixin private Findings findings = new Findings();
    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Exercise exercise = context.exercise(name);
        Handed handed = Handed.of(exercise, context.folder(name).latest());
        List<Pair> pairs = handed.pairs(exercise);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d pairs share code that at most %d of %d submissions have%n",
                pairs.size(), Similarity.few(handed.code().size()), handed.code().size());
        pairs.stream()
                .limit(top)
                .forEach(
                        pair ->
                                out.printf(
                                        "%3d%%  %4d fragments  %s  %s%n",
                                        Math.round(100 * pair.share()),
                                        pair.shared(),
                                        TerminalText.printable(pair.student()),
                                        TerminalText.printable(pair.other())));
        handed.unreadable()
                .forEach(
                        each ->
                                findings.add(
                                        "not compared, because the file is gone or was changed: "
                                                + TerminalText.printable(each)));
        return findings.any() ? 1 : 0;
    }
}
