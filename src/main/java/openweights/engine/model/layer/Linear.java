package openweights.engine.model.layer;

import java.util.stream.Stream;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Kernel;

/**
 * y = W x + b.
 *
 * @param bias [outputs], or empty for none
 */
public record Linear(Matrix weight, float[] bias) {

    private static final float[] NONE = {};

    public Linear(Matrix weight) {
        this(weight, NONE);
    }

    public static Linear read(Tensors tensors, String name, int outputs, int inputs, boolean bias) {
        return new Linear(
                tensors.matrix(name + ".weight", outputs, inputs),
                bias ? tensors.vector(name + ".bias", outputs) : NONE);
    }

    /** Several layers with the same input as one, with their outputs one after another. */
    public static Linear stack(Tensors tensors, Linear... parts) {
        Matrix weight = tensors.stack(Stream.of(parts).map(Linear::weight).toArray(Matrix[]::new));
        int size = Stream.of(parts).mapToInt(part -> part.bias.length).sum();
        float[] bias = new float[size];
        int at = 0;
        for (Linear part : parts) {
            System.arraycopy(part.bias, 0, bias, at, part.bias.length);
            at += part.bias.length;
        }
        return new Linear(weight, bias);
    }

    int outputs() {
        return weight.rows();
    }

    int inputs() {
        return weight.columns();
    }

    /** Y = X W^T + b for T tokens: X [T, inputs], Y [T, outputs]. */
    public void apply(Backend backend, int tokens, float[] x, float[] y) {
        apply(backend, tokens, x, y, outputs());
    }

    /**
     * The same, into longer rows.
     *
     * @param stride from the first output of a token to that of the next
     */
    void apply(Backend backend, int tokens, float[] x, float[] y, int stride) {
        weight.multiply(tokens, x, 0, inputs(), y, 0, stride);
        if (bias.length > 0) {
            Kernel kernel = backend.kernel();
            TokenWise.each(backend, tokens, t -> kernel.add(bias, 0, y, t * stride, outputs()));
        }
    }
}
