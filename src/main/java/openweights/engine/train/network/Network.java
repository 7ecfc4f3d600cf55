package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import openweights.engine.math.kernel.TiledOps;

/**
 * The whole network, with room for the activations of one chunk. It is not thread-safe. The weights
 * belong to the caller.
 *
 * <pre>{@code
 * Parameters parameters = new Parameters(config);
 * Set<Parameter> all = Set.copyOf(parameters.groups());
 * Network network = new Network(config, parameters, all, backend.kernel().tiledOps());
 * double nats = network.learn(weights, chunk, 1f / tokens, gradient);
 * }</pre>
 */
public final class Network {

    private final TiledOps strips;
    private final Set<Parameter> learning;
    private final Embedding embedding;
    private final List<Layer> layers = new ArrayList<>();
    private final Norm norm;
    private final Loss loss;
    private final Positions positions;
    private final CausalMask mask = new CausalMask();
    private final Scratch scratch;
    private final List<Activations> residual =
            new ArrayList<>(); // before each layer, and at the end
    private final Activations normed;
    private final Activations dResidual;

    /**
     * @param learning the groups of {@code parameters} whose gradient is wanted
     */
    public Network(
            NetworkConfig config, Parameters parameters, Set<Parameter> learning, TiledOps strips) {
        this.strips = strips;
        this.learning = learning;
        int width = config.hiddenSize();
        embedding = new Embedding(parameters.embedding());
        residual.add(new Activations(width));
        for (Parameters.Layer layer : parameters.layers()) {
            layers.add(new Layer(config, layer));
            residual.add(new Activations(width));
        }
        norm = new Norm(parameters.norm(), config.rmsNormEps());
        loss = new Loss(parameters.embedding());
        positions = new Positions(config);
        scratch = new Scratch(config);
        normed = new Activations(width);
        dResidual = new Activations(width);
    }

    /** The loss: the sum over the chunk's tokens of -ln p(next token), in nats. */
    public double loss(float[] weights, MicroBatch chunk) {
        Pass pass = new Pass(strips, weights, new float[0], Set.of(), chunk);
        forward(pass);
        return loss.forward(pass, normed);
    }

    /**
     * Computes the same loss and its gradient.
     *
     * @param share the weight of each token in the gradient
     * @param gradient is overwritten with the gradient of {@code share} times the loss, where a
     *     group learns; the rest is left alone
     */
    public double learn(float[] weights, MicroBatch chunk, float share, float[] gradient) {
        for (Parameter group : learning) {
            Arrays.fill(gradient, group.at(), group.end(), 0);
        }
        Pass pass = new Pass(strips, weights, gradient, learning, chunk);
        forward(pass);
        int count = chunk.strips();
        Activations dNormed = scratch.dNormed.clear(count);
        double nats = loss.backward(pass, normed, share, dNormed);
        norm.backward(pass, residual.get(layers.size()), dNormed, dResidual.clear(count));
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(pass, positions, mask, residual.get(i), dResidual, scratch);
        }
        embedding.gradient(pass, dResidual);
        return nats;
    }

    private void forward(Pass pass) {
        int count = pass.chunk().strips();
        positions.prepare(pass.chunk());
        mask.prepare(pass.chunk());
        embedding.forward(pass, residual.get(0).reserve(count));
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .forward(
                            pass,
                            positions,
                            mask,
                            residual.get(i),
                            residual.get(i + 1).reserve(count));
        }
        norm.forward(pass, residual.get(layers.size()), normed.reserve(count));
    }
}
