package openweights.cli.engine;

import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.engine.bench.TrainBench;
import openweights.engine.bench.TrainBench.Shape;
import openweights.engine.bench.TrainBench.Texts;
import openweights.engine.bench.TrainSpeed;
import openweights.engine.math.kernel.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = {
            "Measure training steps on random texts, in tokens per second.",
            "For PyTorch's speed on the same shape run src/test/python/torch_train_speed.py beside it."
        },
        sortOptions = false)
public final class BenchTrainCommand extends CourseCommand {

    @Option(names = "--width", description = "Default: ${DEFAULT-VALUE}")
    private int width = 128;

    @Option(names = "--layers", description = "Default: ${DEFAULT-VALUE}")
    private int layers = 4;

    @Option(names = "--heads", description = "Default: ${DEFAULT-VALUE}")
    private int heads = 4;

    @Option(
            names = "--inner",
            description = "Width inside the feed-forward part. Default: ${DEFAULT-VALUE}")
    private int inner = 352;

    @Option(names = "--vocabulary", description = "Default: ${DEFAULT-VALUE}")
    private int vocabulary = 512;

    @Option(names = "--texts", description = "Texts in a batch. Default: ${DEFAULT-VALUE}")
    private int texts = 16;

    @Option(
            names = "--shortest",
            description = "Tokens in the shortest text. Default: ${DEFAULT-VALUE}")
    private int shortest = 35;

    @Option(
            names = "--longest",
            description = "Tokens in the longest text. Default: ${DEFAULT-VALUE}")
    private int longest = 75;

    @Option(names = "--chunks", description = "Parts of a batch. Default: ${DEFAULT-VALUE}")
    private int chunks = 4;

    @Option(
            names = "--steps",
            description = "Steps to measure, after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int steps = 400;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    protected void run() {
        Shape shape = new Shape(width, layers, heads, inner, vocabulary);
        Texts batch = new Texts(texts, shortest, longest);
        TrainBench bench = new TrainBench(shape, batch, chunks, steps);
        TrainSpeed speed = bench.measure(threads.backend());
        if (json) {
            println(Json.line(speed));
        } else {
            Kernels.advice().ifPresent(this::println);
            println(speed.text(steps));
        }
    }
}
