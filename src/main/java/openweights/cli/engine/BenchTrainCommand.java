package openweights.cli.engine;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.engine.bench.TrainBench;
import openweights.engine.bench.TrainSpeed;
import openweights.engine.math.kernel.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Measure training steps on random texts, in tokens per second.",
            "For PyTorch's speed on the same shape run src/test/python/torch_train_speed.py beside it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchTrainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--width", defaultValue = "128", description = "Default: ${DEFAULT-VALUE}")
    private int width;

    @Option(names = "--layers", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}")
    private int layers;

    @Option(names = "--heads", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}")
    private int heads;

    @Option(
            names = "--inner",
            defaultValue = "352",
            description = "Width inside the feed-forward part. Default: ${DEFAULT-VALUE}")
    private int inner;

    @Option(names = "--vocabulary", defaultValue = "512", description = "Default: ${DEFAULT-VALUE}")
    private int vocabulary;

    @Option(
            names = "--texts",
            defaultValue = "16",
            description = "Texts in a batch. Default: ${DEFAULT-VALUE}")
    private int texts;

    @Option(
            names = "--shortest",
            defaultValue = "35",
            description = "Tokens in the shortest text. Default: ${DEFAULT-VALUE}")
    private int shortest;

    @Option(
            names = "--longest",
            defaultValue = "75",
            description = "Tokens in the longest text. Default: ${DEFAULT-VALUE}")
    private int longest;

    @Option(
            names = "--chunks",
            defaultValue = "4",
            description = "Parts of a batch. Default: ${DEFAULT-VALUE}")
    private int chunks;

    @Option(
            names = "--steps",
            defaultValue = "400",
            description = "Steps to measure, after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int steps;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        TrainBench bench =
                new TrainBench(
                        width,
                        layers,
                        heads,
                        inner,
                        vocabulary,
                        texts,
                        shortest,
                        longest,
                        chunks,
                        steps);
        TrainSpeed speed = bench.measure(threads.backend());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(speed));
        } else {
            Kernels.advice().ifPresent(out::println);
            out.println(speed.text(steps));
        }
        out.flush();
        return 0;
    }
}
