package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;

/** Brings each token's vector to a common scale, as the input of a block. */
public sealed interface Norm {

    /** y = norm(x), both [T, d]; y may be x. */
    default void apply(Backend backend, int tokens, float[] x, float[] y) {
        int d = weight().length;
        TokenWise.each(backend, tokens, t -> row(backend.kernel(), x, y, t * d));
    }

    float[] weight();

    void row(Kernel kernel, float[] x, float[] y, int at);

    /** x / sqrt(mean(x^2) + epsilon) * weight, as in Llama's family. */
    record Rms(float[] weight, float epsilon) implements Norm {
        @Override
        public void row(Kernel kernel, float[] x, float[] y, int at) {
            kernel.rmsNorm(x, at, weight, epsilon, y, at);
        }
    }

    /** (x - mean) / sqrt(variance + epsilon) * weight + bias, as in GPT-2 and BLOOM. */
    record Layer(float[] weight, float[] bias, float epsilon) implements Norm {

        public static Layer read(Tensors tensors, String name, int size, float epsilon) {
            return new Layer(
                    tensors.vector(name + ".weight", size),
                    tensors.vector(name + ".bias", size),
                    epsilon);
        }

        @Override
        public void row(Kernel kernel, float[] x, float[] y, int at) {
            kernel.layerNorm(x, at, weight, bias, epsilon, y, at);
        }
    }
}
