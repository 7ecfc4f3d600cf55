package openweights.engine.train;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import openweights.engine.math.Backend;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.network.Network;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.Gradients;

/**
 * The loss of a batch of texts and its gradient, for weights that belong to the caller. A batch is
 * cut into a fixed number of chunks, each of which one thread takes from the embedding to the
 * gradient; so the number of threads changes nothing but the time.
 */
public final class BatchGradient {

    private final Backend backend;
    private final int chunks;
    private final Gradients gradients;
    private final ConcurrentLinkedQueue<Network> networks = new ConcurrentLinkedQueue<>();

    public BatchGradient(NetworkConfig shape, Parameters parameters, int chunks, Backend backend) {
        this.backend = backend;
        this.chunks = chunks;
        this.gradients = new Gradients(parameters, chunks);
        for (int i = 0; i < backend.pool().threads(); i++) {
            networks.add(new Network(shape, parameters, backend.kernel().tiledOps()));
        }
    }

    /**
     * Goes through the network and back.
     *
     * @param norm the gradient's length
     */
    public record Found(int tokens, double loss, double norm) {}

    /** Nats per token on these texts; their gradient is in {@link #sum} then. */
    public Found learn(float[] weights, List<int[]> texts) {
        List<MicroBatch> shares = MicroBatch.share(texts, chunks);
        int tokens = shares.stream().mapToInt(MicroBatch::tokens).sum();
        float share = 1f / tokens;
        double nats =
                each(
                        chunks,
                        (network, i) ->
                                network.learn(weights, shares.get(i), share, gradients.chunk(i)));
        return new Found(tokens, nats / tokens, gradients.add(backend.pool()));
    }

    /** Nats per token alone. */
    public double loss(float[] weights, List<int[]> texts) {
        int pieces = Math.max(1, texts.size() / 16);
        List<MicroBatch> shares = MicroBatch.share(texts, pieces);
        double nats = each(pieces, (network, i) -> network.loss(weights, shares.get(i)));
        return nats / shares.stream().mapToInt(MicroBatch::tokens).sum();
    }

    /** The gradient, as {@code parameters} lays weights out. */
    public float[] sum() {
        return gradients.sum();
    }

    private interface Work {
        double nats(Network network, int chunk);
    }

    /** Each chunk with a network that no other thread uses; the nats in the chunks' order. */
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
