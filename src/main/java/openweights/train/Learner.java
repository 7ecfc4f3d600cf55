package openweights.train;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import openweights.math.Backend;
import openweights.train.network.Chunk;
import openweights.train.network.Network;
import openweights.train.network.Parameters;
import openweights.train.network.Shape;
import openweights.train.optimizer.AdamW;
import openweights.train.optimizer.Gradients;
import openweights.train.optimizer.Settings;

/**
 * Weights that learn from one batch of texts at a time. A batch is cut into a fixed number of
 * chunks, each of which one thread takes from the embedding to the gradient; so the number of
 * threads changes nothing but the time.
 */
public final class Learner {

    private final Backend backend;
    private final Settings settings;
    private final int steps;
    private final int chunks;
    private final Parameters parameters;
    private final float[] weights;
    private final AdamW optimizer;
    private final Gradients gradients;
    private final ConcurrentLinkedQueue<Network> networks = new ConcurrentLinkedQueue<>();
    private final double[] nats;
    private int step;
    private long tokens;

    /**
     * @param steps how many steps the whole training has; the learning rate depends on it
     * @param weights the first weights, as {@code parameters} lays them out; they change in place
     */
    public Learner(
            Shape shape,
            Parameters parameters,
            float[] weights,
            Settings settings,
            int steps,
            int chunks,
            Backend backend) {
        this.backend = backend;
        this.settings = settings;
        this.steps = steps;
        this.chunks = chunks;
        this.parameters = parameters;
        this.weights = weights;
        this.optimizer = new AdamW(settings, parameters);
        this.gradients = new Gradients(parameters, chunks);
        this.nats = new double[chunks];
        for (int i = 0; i < Math.min(chunks, backend.pool().threads()); i++) {
            networks.add(new Network(shape, parameters, backend.kernel().strips()));
        }
    }

    /** Learns from texts, each from its first to its last id. */
    public Progress learn(List<int[]> texts) {
        List<Chunk> shares = Chunk.share(texts, chunks);
        int count = shares.stream().mapToInt(Chunk::tokens).sum();
        float share = 1f / count;
        backend.pool()
                .each(
                        chunks,
                        1,
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                Network network = networks.remove();
                                nats[i] =
                                        network.learn(
                                                weights, shares.get(i), share, gradients.chunk(i));
                                networks.add(network);
                            }
                        });
        double norm = gradients.add(backend.pool());
        double rate = settings.rate(step, steps);
        optimizer.update(backend.pool(), step, rate, norm, gradients.sum(), weights);
        step++;
        tokens += count;
        return new Progress(step, count, sum(nats) / count, rate, norm);
    }

    /** Nats per token on texts that it does not learn from. */
    public double loss(List<int[]> texts) {
        int pieces = Math.max(1, texts.size() / 16);
        List<Chunk> shares = Chunk.share(texts, pieces);
        double[] losses = new double[pieces];
        backend.pool()
                .each(
                        pieces,
                        1,
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                Network network = networks.remove();
                                losses[i] = network.loss(weights, shares.get(i));
                                networks.add(network);
                            }
                        });
        return sum(losses) / shares.stream().mapToInt(Chunk::tokens).sum();
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The weights themselves. */
    public float[] weights() {
        return weights;
    }

    public AdamW optimizer() {
        return optimizer;
    }

    /** How many steps have been taken. */
    public int step() {
        return step;
    }

    /** How many tokens have been learned from. */
    public long tokens() {
        return tokens;
    }

    /** Goes on after so many steps; weights and optimizer hold what they held then. */
    public void continueFrom(int stepsTaken, long tokensLearned) {
        step = stepsTaken;
        tokens = tokensLearned;
    }
}
