package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.engine.math.Backend;
import openweights.engine.train.run.HashLink;
import openweights.engine.train.run.Reproduction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reproduce",
        description = {
            "Follow a model's recipe again and compare what comes out, link by link:",
            "recipe, corpus, tokenizer, files, the weights at each checkpoint and at the end.",
            "Ends with 1 at the first link that differs."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReproduceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A model's folder or name; it must hold recipe.json and run.json.")
    private Path model;

    @Option(
            names = "--until",
            paramLabel = "STEP",
            description = "Stop after this step, for a quick check. Default: the recipe's last")
    private @Nullable Integer until;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to train again. Default: runs/ and the name with -again")
    private @Nullable Path out;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Override
    public Integer call() throws IOException {
        Backend backend = threads.backend();
        String name = model.toAbsolutePath().normalize().getFileName().toString();
        Path again = out != null ? out : Path.of("runs", name + "-again");
        Reproduction reproduction = new Reproduction(model, again, backend);
        int steps = reproduction.recipe().training().steps();
        int last = until == null ? steps : Math.min(steps, until);
        try (Interruption interruption = new Interruption()) {
            TrainingReport report = new TrainingReport(spec.commandLine().getErr());
            report.begin(last);
            Reproduction.Outcome outcome =
                    reproduction.go(last, this::show, report, interruption::asked);
            return conclude(outcome, last, steps, again);
        }
    }

    private void show(HashLink link) {
        PrintWriter text = spec.commandLine().getOut();
        if (link.isSame()) {
            text.printf("same       %-26s %s%n", link.name(), link.found());
        } else {
            text.printf("DIFFERENT  %s%n", link.name());
            text.printf("           expected %s%n", link.expected());
            text.printf("           found    %s%n", link.found());
        }
        text.flush();
    }

    private int conclude(Reproduction.Outcome outcome, int last, int steps, Path again) {
        PrintWriter text = spec.commandLine().getOut();
        text.println(
                switch (outcome) {
                    case SAME ->
                            last == steps
                                    ? "Reproduced: the same bytes from the recipe to the weights."
                                    : "The same bytes up to step %,d of %,d."
                                            .formatted(last, steps);
                    case DIFFERENT -> "Not reproduced: the link above is the first that differs.";
                    case INTERRUPTED -> "Interrupted. The same command goes on from there.";
                });
        if (outcome == Reproduction.Outcome.SAME) {
            text.println("What was trained for this lies in " + again + " and can be deleted.");
        }
        text.flush();
        return outcome == Reproduction.Outcome.SAME ? 0 : 1;
    }
}
