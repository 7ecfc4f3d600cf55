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
 * @param chunks parts that a batch is cut into
 * @param steps how many are measured, after as many to warm up
 */
public record TrainBench(Shape shape, Texts texts, int chunks, int steps) {

    /**
     * The network.
     *
     * @param width of the hidden states
     * @param inner width inside the feed-forward part
     */
    public record Shape(int width, int layers, int heads, int inner, int vocabulary) {}

    /**
     * The texts of a batch.
     *
     * @param count how many
     * @param shortest tokens to predict in the shortest text
     * @param longest tokens to predict in the longest text
     */
    public record Texts(int count, int shortest, int longest) {

        public Texts {
            Settings.requirePositive("--texts", count);
            Settings.requirePositive("--shortest", shortest);
            if (longest < shortest) {
                throw new UserException(
                        "--longest %d is below --shortest %d. Give the same or more."
                                .formatted(longest, shortest));
            }
        }
    }

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public TrainBench {
        Settings.requirePositive("--chunks", chunks);
        Settings.requirePositive("--steps", steps);
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
        NetworkConfig network =
                new NetworkConfig(
                        shape.vocabulary(),
                        shape.width(),
                        shape.inner(),
                        shape.layers(),
                        shape.heads(),
                        shape.heads(),
                        texts.longest() + 1,
                        1e-5,
                        10000);
        Parameters parameters = new Parameters(network);
        float[] weights = new Initialization(0.08, 1).weights(network, parameters);
        OptimizerConfig optimizer = new OptimizerConfig(1e-3, 100, 0, 0.9, 0.95, 1e-8, 0.1, 1);
        return new Trainer(network, parameters, weights, optimizer, 2 * steps, chunks, backend);
    }

    /** Each text has one token more than there are to predict. */
    private List<int[]> batch(Random random) {
        int lengths = texts.longest() - texts.shortest() + 1;
        return IntStream.range(0, texts.count())
                .mapToObj(i -> texts.shortest() + random.nextInt(lengths))
                .map(n -> random.ints(n + 1, 0, shape.vocabulary()).toArray())
                .toList();
    }
}
