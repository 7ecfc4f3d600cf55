package openweights.engine.train;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.TiledOps;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.network.Network;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.Gradients;

/**
 * The loss of a batch of texts and its gradient, for weights that belong to the caller. A batch is
 * cut into a fixed number of chunks, and each chunk is processed by one thread from the embedding
 * to its gradient. So the number of threads affects the time alone, never a bit of the result.
 */
public final class BatchGradient {

    /** How many texts are in one pass for the loss: the networks keep the memory of the largest. */
    private static final int TEXTS = 4;

    private final Backend backend;
    private final int chunks;
    private final Gradients gradients;
    private final ConcurrentLinkedQueue<Network> networks = new ConcurrentLinkedQueue<>();

    /**
     * @param learning the groups of {@code parameters} whose gradient is wanted
     * @param chunks how many chunks a batch is cut into
     */
    public BatchGradient(
            NetworkConfig config,
            Parameters parameters,
            List<Parameter> learning,
            int chunks,
            Backend backend) {
        this.backend = backend;
        this.chunks = chunks;
        this.gradients = new Gradients(parameters.size(), learning, chunks);
        Set<Parameter> wanted = Set.copyOf(learning);
        TiledOps ops = backend.kernel().tiledOps();
        for (int i = 0; i < backend.pool().threads(); i++) {
            networks.add(new Network(config, parameters, wanted, ops));
        }
    }

    /**
     * The result of a forward and a backward pass.
     *
     * @param tokens how many tokens were predicted
     * @param loss nats per token
     * @param norm the Euclidean norm of the gradient that is wanted
     */
    public record Found(int tokens, double loss, double norm) {}

    /** Computes the loss on these texts, and its gradient, which {@link #sum} then returns. */
    public Found learn(float[] weights, List<int[]> texts) {
        List<MicroBatch> batches = MicroBatch.share(texts, chunks);
        int tokens = batches.stream().mapToInt(MicroBatch::tokens).sum();
        float share = 1f / tokens;
        double nats =
                each(
                        chunks,
                        (network, i) ->
                                network.learn(weights, batches.get(i), share, gradients.chunk(i)));
        return new Found(tokens, nats / tokens, gradients.add(backend.pool()));
    }

    /** The loss alone, in nats per token. */
    public double loss(float[] weights, List<int[]> texts) {
        int pieces = Math.max(1, texts.size() / TEXTS);
        List<MicroBatch> batches = MicroBatch.share(texts, pieces);
        double nats = each(pieces, (network, i) -> network.loss(weights, batches.get(i)));
        return nats / batches.stream().mapToInt(MicroBatch::tokens).sum();
    }

    /**
     * The gradient of the mean loss per token, in the layout of {@code parameters}; it means
     * nothing where no group learns.
     */
    public float[] sum() {
        return gradients.sum();
    }

    private interface Work {
        double nats(Network network, int chunk);
    }

    /** Gives each chunk a network of its own for the time; adds the losses in the chunks' order. */
    private double each(int count, Work work) {
        double[] nats = new double[count];
        backend.pool()
                .each(
                        count,
                        1,
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                Network network = networks.remove();
                                nats[i] = work.nats(network, i);
                                networks.add(network);
                            }
                        });
        double sum = 0;
        for (double one : nats) {
            sum += one;
        }
        return sum;
    }
}
