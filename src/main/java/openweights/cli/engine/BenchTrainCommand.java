package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.train.Initialization;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.OptimizerConfig;
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
            description = "Tokens of the shortest text. Default: ${DEFAULT-VALUE}")
    private int shortest;

    @Option(
            names = "--longest",
            defaultValue = "75",
            description = "Tokens of the longest text. Default: ${DEFAULT-VALUE}")
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
    public Integer call() throws IOException {
        Backend backend = threads.backend();
        Trainer learner = learner(backend);
        Random random = new Random(1);
        double[] milliseconds = new double[steps];
        long tokens = 0;
        for (int step = -steps; step < steps; step++) {
            List<int[]> batch = batch(random);
            long begun = System.nanoTime();
            learner.learn(batch);
            if (step >= 0) {
                milliseconds[step] = (System.nanoTime() - begun) / 1e6;
                tokens += batch.stream().mapToLong(MicroBatch::predictions).sum();
            }
        }
        report(backend, learner, milliseconds, tokens);
        return 0;
    }

    private Trainer learner(Backend backend) {
        NetworkConfig shape =
                new NetworkConfig(
                        vocabulary, width, inner, layers, heads, heads, longest + 1, 1e-5, 10000);
        Parameters parameters = new Parameters(shape);
        float[] weights = new Initialization(0.08, 1).weights(shape, parameters);
        OptimizerConfig settings = new OptimizerConfig(1e-3, 100, 0, 0.9, 0.95, 1e-8, 0.1, 1);
        return new Trainer(shape, parameters, weights, settings, 2 * steps, chunks, backend);
    }

    /** One more id than there are tokens to predict. */
    private List<int[]> batch(Random random) {
        return IntStream.range(0, texts)
                .mapToObj(i -> shortest + random.nextInt(longest - shortest + 1))
                .map(n -> random.ints(n + 1, 0, vocabulary).toArray())
                .toList();
    }

    private void report(Backend backend, Trainer learner, double[] milliseconds, long tokens)
            throws IOException {
        double sum = Arrays.stream(milliseconds).sum();
        Arrays.sort(milliseconds);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("java", System.getProperty("java.vm.version"));
        result.put("kernel", backend.name());
        result.put("weights", learner.parameters().count());
        result.put("tokensPerStep", (double) tokens / steps);
        result.put("medianMillisecondsPerStep", milliseconds[steps / 2]);
        result.put("tokensPerSecond", tokens / sum * 1e3);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(result));
        } else {
            Kernels.advice().ifPresent(out::println);
            out.printf(
                    "%s, Java %s: %,d weights, %.0f tokens a step; %.1f ms a step (median of %d), %,.0f tokens/s%n",
                    result.get("kernel"),
                    result.get("java"),
                    learner.parameters().count(),
                    (double) tokens / steps,
                    milliseconds[steps / 2],
                    steps,
                    tokens / sum * 1e3);
        }
        out.flush();
    }
}
