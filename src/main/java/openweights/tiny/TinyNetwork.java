package openweights.tiny;

import static org.nd4j.linalg.ops.transforms.Transforms.log;
import static org.nd4j.linalg.ops.transforms.Transforms.max;
import static org.nd4j.linalg.ops.transforms.Transforms.sigmoid;
import static org.nd4j.linalg.ops.transforms.Transforms.tanh;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network with two layers: {@code hidden = tanh(X W1 + b1)}, {@code output = sigmoid(hidden W2 +
 * b2)}.
 *
 * <pre>{@code
 * var network = TinyNetwork.random(2, 3, 1);
 * for (int step = 0; step < 1000; step++) {
 *     network.step(network.gradients(X, Y), 0.5);
 * }
 * }</pre>
 *
 * <p>Deliberately left out: batches, optimizers, more layers. Lesson 03 first writes every line of
 * this by hand.
 */
public final class TinyNetwork {

    /** Keeps the logarithm in {@link #loss} finite when the network is certain and wrong. */
    private static final double MIN_PROBABILITY = 1e-7;

    private final INDArray W1; // [I, H]
    private final INDArray b1; // [1, H]
    private final INDArray W2; // [H, 1]
    private final INDArray b2; // [1, 1]

    private TinyNetwork(INDArray W1, INDArray b1, INDArray W2, INDArray b2) {
        this.W1 = W1;
        this.b1 = b1;
        this.W2 = W2;
        this.b2 = b2;
    }

    /**
     * Weights from the standard normal distribution, biases zero; the same seed gives the same
     * network.
     */
    public static TinyNetwork random(int inputs, int hidden, long seed) {
        Random random = new Random(seed);
        return new TinyNetwork(
                standardNormal(random, inputs, hidden),
                Nd4j.zeros(DataType.FLOAT, 1, hidden),
                standardNormal(random, hidden, 1),
                Nd4j.zeros(DataType.FLOAT, 1, 1));
    }

    /**
     * A network with copies of the given weights.
     *
     * @param weights W1 [I, H], b1 [1, H], W2 [H, 1] and b2 [1, 1], by name
     * @throws IllegalArgumentException if one is missing or its shape does not match the others
     */
    public static TinyNetwork of(Map<String, INDArray> weights) {
        INDArray W1 = named(weights, "W1");
        long inputs = W1.rows();
        long hidden = W1.columns();
        return new TinyNetwork(
                shaped("W1", W1, inputs, hidden),
                shaped("b1", named(weights, "b1"), 1, hidden),
                shaped("W2", named(weights, "W2"), hidden, 1),
                shaped("b2", named(weights, "b2"), 1, 1));
    }

    /** The weights by name. They are not copies: changing one changes this network. */
    public Map<String, INDArray> weights() {
        return byName(W1, b1, W2, b2);
    }

    /** A network with copies of these weights. */
    public TinyNetwork copy() {
        return of(weights());
    }

    /** The number of trainable parameters: I·H + H + H + 1. */
    public long parameterCount() {
        return weights().values().stream().mapToLong(INDArray::length).sum();
    }

    /** The hidden activations [N, H] for inputs X [N, I]. */
    public INDArray hidden(INDArray X) {
        return tanh(X.mmul(W1).addRowVector(b1));
    }

    /** The predicted probabilities [N, 1] for inputs X [N, I]. */
    public INDArray predict(INDArray X) {
        return output(hidden(X));
    }

    /**
     * The mean cross-entropy, in nats, of the labels Y [N, 1] (each 0 or 1) under the predictions
     * for X.
     */
    public double loss(INDArray X, INDArray Y) {
        INDArray P = predict(X);
        INDArray right =
                Y.mul(2).subi(1).muli(P).addi(Y.rsub(1)); // P where Y is 1, 1 - P where Y is 0
        return -log(max(right, MIN_PROBABILITY)).meanNumber().doubleValue();
    }

    /** The fraction of points whose predicted probability is on the correct side of 0.5. */
    public double accuracy(INDArray X, INDArray Y) {
        return predict(X)
                .gt(0.5)
                .castTo(DataType.FLOAT)
                .eq(Y)
                .castTo(DataType.FLOAT)
                .meanNumber()
                .doubleValue();
    }

    /** The gradients of the loss by the weights' names, each in the shape of its weight. */
    public Map<String, INDArray> gradients(INDArray X, INDArray Y) {
        // @start region="backward"
        INDArray hidden = hidden(X); // [N, H]
        INDArray dOutputSum = output(hidden).sub(Y).divi(X.rows()); // [N, 1]
        INDArray dW2 = hidden.transpose().mmul(dOutputSum); // [H, 1]
        INDArray db2 = dOutputSum.sum(true, 0); // [1, 1]
        INDArray dHidden = dOutputSum.mmul(W2.transpose()); // [N, H]
        INDArray dHiddenSum = dHidden.muli(hidden.mul(hidden).rsubi(1)); // [N, H]
        INDArray dW1 = X.transpose().mmul(dHiddenSum); // [I, H]
        INDArray db1 = dHiddenSum.sum(true, 0); // [1, H]
        // @end
        return byName(dW1, db1, dW2, db2);
    }

    /** One step of gradient descent: {@code weight -= rate * gradient}. */
    public void step(Map<String, INDArray> gradients, double rate) {
        weights()
                .forEach(
                        (name, weight) ->
                                weight.subi(
                                        Objects.requireNonNull(gradients.get(name), name)
                                                .mul(rate)));
    }

    private INDArray output(INDArray hidden) {
        return sigmoid(hidden.mmul(W2).addRowVector(b2));
    }

    private static INDArray standardNormal(Random random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(rows, columns);
    }

    private static INDArray named(Map<String, INDArray> weights, String name) {
        INDArray weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "weight \""
                            + name
                            + "\" is missing; the network needs W1, b1, W2 and b2, found "
                            + weights.keySet()
                            + ".");
        }
        return weight;
    }

    private static INDArray shaped(String name, INDArray weight, long rows, long columns) {
        if (weight.rank() != 2 || weight.rows() != rows || weight.columns() != columns) {
            throw new IllegalArgumentException(
                    "weight \"%s\" has shape %s, but [%s, %s] is needed to match the other weights."
                            .formatted(name, Arrays.toString(weight.shape()), rows, columns));
        }
        return weight.dup();
    }

    private static Map<String, INDArray> byName(
            INDArray W1, INDArray b1, INDArray W2, INDArray b2) {
        Map<String, INDArray> named = new LinkedHashMap<>();
        named.put("W1", W1);
        named.put("b1", b1);
        named.put("W2", W2);
        named.put("b2", b2);
        return named;
    }
}
