package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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
            "Train a model from its recipe again and compare every link of the chain:",
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
            description = "Where to train. Default: runs/NAME-again, with the model's name")
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
            report.start(last);
            Reproduction.Outcome outcome =
                    reproduction.go(last, this::show, report, interruption::requested);
            show(outcome, last, steps);
            if (outcome == Reproduction.Outcome.SAME) {
                print("The new run in %s is no longer needed; you may delete it.", again);
            }
            return outcome == Reproduction.Outcome.SAME ? 0 : 1;
        }
    }

    private void show(HashLink link) {
        if (link.isSame()) {
            print("same       %-26s %s", link.name(), link.found());
        } else {
            print("DIFFERENT  %s", link.name());
            print("           expected %s", link.expected());
            print("           found    %s", link.found());
        }
    }

    private void show(Reproduction.Outcome outcome, int last, int steps) {
        switch (outcome) {
            case SAME -> {
                if (last == steps) {
                    print("Reproduced: the same bytes from the recipe to the weights.");
                } else {
                    print("The same bytes up to step %,d of %,d.", last, steps);
                }
            }
            case DIFFERENT -> print("Not reproduced: the link above is the first that differs.");
            case INTERRUPTED -> print("Interrupted. The same command resumes there.");
        }
    }

    private void print(String pattern, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, pattern, values));
        out.flush();
    }
}
