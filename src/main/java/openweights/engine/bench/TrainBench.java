package openweights.engine.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.train.Initialization;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * Measures training steps on random texts.
 *
 * @param width of the hidden states
 * @param inner width inside the feed-forward part
 * @param texts in a batch
 * @param shortest tokens to predict in the shortest text
 * @param longest tokens to predict in the longest text
 * @param chunks parts that a batch is cut into
 * @param steps how many are measured, after as many to warm up
 */
public record TrainBench(
        int width,
        int layers,
        int heads,
        int inner,
        int vocabulary,
        int texts,
        int shortest,
        int longest,
        int chunks,
        int steps) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public TrainBench {
        Settings.requirePositive("--texts", texts);
        Settings.requirePositive("--shortest", shortest);
        Settings.requirePositive("--chunks", chunks);
        Settings.requirePositive("--steps", steps);
        if (longest < shortest) {
            throw new UserException(
                    "--longest "
                            + longest
                            + " is below --shortest "
                            + shortest
                            + ". Give the same or more.");
        }
    }

    /** Trains a network from random weights. */
    public TrainSpeed measure(Backend backend) {
        Trainer trainer = trainer(backend);
        Random random = new Random(1);
        double[] milliseconds = new double[steps];
        long tokens = 0;
        long processor = 0;
        for (int step = -steps; step < steps; step++) {
            List<int[]> batch = batch(random);
            processor = step == 0 ? PROCESS.getProcessCpuTime() : processor;
            long start = System.nanoTime();
            trainer.learn(batch);
            if (step >= 0) {
                milliseconds[step] = (System.nanoTime() - start) / 1e6;
                tokens += batch.stream().mapToLong(MicroBatch::predictions).sum();
            }
        }
        processor = PROCESS.getProcessCpuTime() - processor;
        double sum = Arrays.stream(milliseconds).sum();
        Arrays.sort(milliseconds);
        return new TrainSpeed(
                System.getProperty("java.vm.version"),
                backend.name(),
                trainer.parameters().count(),
                (double) tokens / steps,
                milliseconds[steps / 2],
                tokens / sum * 1e3,
                1e9 * tokens / Math.max(1, processor));
    }

    private Trainer trainer(Backend backend) {
        NetworkConfig shape =
                new NetworkConfig(
                        vocabulary, width, inner, layers, heads, heads, longest + 1, 1e-5, 10000);
        Parameters parameters = new Parameters(shape);
        float[] weights = new Initialization(0.08, 1).weights(shape, parameters);
        OptimizerConfig optimizer = new OptimizerConfig(1e-3, 100, 0, 0.9, 0.95, 1e-8, 0.1, 1);
        return new Trainer(shape, parameters, weights, optimizer, 2 * steps, chunks, backend);
    }

    /** Each text has one token more than there are to predict. */
    private List<int[]> batch(Random random) {
        return IntStream.range(0, texts)
                .mapToObj(i -> shortest + random.nextInt(longest - shortest + 1))
                .map(n -> random.ints(n + 1, 0, vocabulary).toArray())
                .toList();
    }
}
