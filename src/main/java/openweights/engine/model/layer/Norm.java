package openweights.engine.model.layer;

import java.util.Arrays;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;

/** Brings each token's vector to a common scale, as the input of a block. */
public sealed interface Norm {

    /** y = norm(x), both [T, d]; y may be x. */
    void apply(Backend backend, int tokens, float[] x, float[] y);

    /** y = norm(x) for one vector, both from {@code at} on; y may be x. */
    void row(Kernel kernel, float[] x, float[] y, int at);

    /** x / sqrt(mean(x^2) + epsilon) * weight, as in Llama's family. */
    record Rms(float[] weight, float epsilon) implements Norm {

        /** Only divides by the root of the mean square. */
        public static Rms plain(int size, float epsilon) {
            return new Rms(ones(size), epsilon);
        }

        /** From a file that stores how much the weights differ from 1. */
        public static Rms around1(float[] stored, float epsilon) {
            float[] weight = stored.clone();
            for (int i = 0; i < weight.length; i++) {
                weight[i] += 1;
            }
            return new Rms(weight, epsilon);
        }

        @Override
        public void apply(Backend backend, int tokens, float[] x, float[] y) {
            TokenWise.each(backend, tokens, t -> row(backend.kernel(), x, y, t * weight.length));
        }

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

        /** Without a bias. */
        public static Layer unbiased(float[] weight, float epsilon) {
            return new Layer(weight, new float[weight.length], epsilon);
        }

        /** Without weights. */
        public static Layer plain(int size, float epsilon) {
            return unbiased(ones(size), epsilon);
        }

        @Override
        public void apply(Backend backend, int tokens, float[] x, float[] y) {
            TokenWise.each(backend, tokens, t -> row(backend.kernel(), x, y, t * weight.length));
        }

        @Override
        public void row(Kernel kernel, float[] x, float[] y, int at) {
            kernel.layerNorm(x, at, weight, bias, epsilon, y, at);
        }
    }

    /** Leaves vectors as they are. */
    record None(int size) implements Norm {
        @Override
        public void apply(Backend backend, int tokens, float[] x, float[] y) {
            if (x != y) {
                System.arraycopy(x, 0, y, 0, tokens * size);
            }
        }

        @Override
        public void row(Kernel kernel, float[] x, float[] y, int at) {
            if (x != y) {
                System.arraycopy(x, at, y, at, size);
            }
        }
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
