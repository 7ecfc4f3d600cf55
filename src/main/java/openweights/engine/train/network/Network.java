package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.math.kernel.TiledOps;

/**
 * The whole network, with room for the activations of one chunk. One thread at a time uses it; the
 * weights belong to the caller.
 *
 * <pre>{@code
 * Parameters parameters = new Parameters(shape);
 * Network network = new Network(shape, parameters, backend.kernel().tiledOps());
 * double nats = network.learn(weights, chunk, 1f / tokens, gradient);
 * }</pre>
 */
public final class Network {

    private final TiledOps strips;
    private final Embedding embedding;
    private final List<Layer> layers = new ArrayList<>();
    private final Norm norm;
    private final Loss loss;
    private final Positions positions;
    private final CausalMask windows = new CausalMask();
    private final Scratch scratch;
    private final List<Activations> stream = new ArrayList<>(); // before each layer and at the end
    private final Activations normed;
    private final Activations d;

    public Network(NetworkConfig shape, Parameters parameters, TiledOps strips) {
        this.strips = strips;
        int width = shape.hiddenSize();
        embedding = new Embedding(parameters.embedding());
        stream.add(new Activations(width));
        for (Parameters.Layer layer : parameters.layers()) {
            layers.add(new Layer(shape, layer));
            stream.add(new Activations(width));
        }
        norm = new Norm(parameters.norm(), shape.rmsNormEps());
        loss = new Loss(parameters.embedding());
        positions = new Positions(shape);
        scratch = new Scratch(shape);
        normed = new Activations(width);
        d = new Activations(width);
    }

    /** The sum over the chunk's tokens of -ln p(next token), in nats. */
    public double loss(float[] weights, MicroBatch chunk) {
        Pass pass = new Pass(strips, weights, new float[0], chunk);
        forward(pass);
        return loss.forward(pass, normed);
    }

    /**
     * The same loss and its gradient.
     *
     * @param share how much each token counts in the gradient
     * @param gradient becomes the gradient of {@code share} times the loss
     */
    public double learn(float[] weights, MicroBatch chunk, float share, float[] gradient) {
        Arrays.fill(gradient, 0);
        Pass pass = new Pass(strips, weights, gradient, chunk);
        forward(pass);
        int count = chunk.strips();
        Activations dNormed = scratch.dNormed.clear(count);
        double nats = loss.backward(pass, normed, share, dNormed);
        norm.backward(pass, stream.get(layers.size()), dNormed, d.clear(count));
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(pass, positions, windows, stream.get(i), d, scratch);
        }
        embedding.gradient(pass, d);
        return nats;
    }

    private void forward(Pass pass) {
        int count = pass.chunk().strips();
        positions.prepare(pass.chunk());
        windows.prepare(pass.chunk());
        embedding.forward(pass, stream.get(0).reserve(count));
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .forward(
                            pass,
                            positions,
                            windows,
                            stream.get(i),
                            stream.get(i + 1).reserve(count));
        }
        norm.forward(pass, stream.get(layers.size()), normed.reserve(count));
    }
}
