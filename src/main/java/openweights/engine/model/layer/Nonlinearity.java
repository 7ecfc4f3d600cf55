package openweights.engine.model.layer;

import openweights.engine.math.kernel.Activation;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.model.config.Keys;

/** The function between the matrices of a feed-forward block, applied to each number. */
public interface Nonlinearity {

    /** x = f(x) for n numbers from {@code at} on. */
    void apply(Kernel kernel, float[] x, int at, int n);

    /** A function that kernels compute fast. */
    record OfKernel(Activation function) implements Nonlinearity {
        @Override
        public void apply(Kernel kernel, float[] x, int at, int n) {
            kernel.activate(function, x, at, n);
        }
    }

    /** max(x, 0). */
    record Relu() implements Nonlinearity {
        @Override
        public void apply(Kernel kernel, float[] x, int at, int n) {
            for (int i = at; i < at + n; i++) {
                x[i] = Math.max(0, x[i]);
            }
        }
    }

    /** max(x, 0)^2. */
    record SquaredRelu() implements Nonlinearity {
        @Override
        public void apply(Kernel kernel, float[] x, int at, int n) {
            for (int i = at; i < at + n; i++) {
                x[i] = Math.max(0, x[i]) * Math.max(0, x[i]);
            }
        }
    }

    /**
     * xIELU, as in Apertus: a parabola above zero, an exponential below. Its two curvatures are
     * weights of each layer.
     *
     * @param positive curvature above zero
     * @param negative curvature below zero
     * @param beta the slope at zero
     * @param epsilon the largest argument of the exponential
     */
    record Xielu(float positive, float negative, float beta, float epsilon)
            implements Nonlinearity {

        /** The weights as a file stores them. */
        public static Xielu read(Tensors tensors, String name) {
            float beta = tensors.scalar(name + ".beta");
            return new Xielu(
                    softplus(tensors.vector(name + ".alpha_p", 1)),
                    beta + softplus(tensors.vector(name + ".alpha_n", 1)),
                    beta,
                    tensors.scalar(name + ".eps"));
        }

        @Override
        public void apply(Kernel kernel, float[] x, int at, int n) {
            for (int i = at; i < at + n; i++) {
                x[i] = x[i] > 0 ? positive * x[i] * x[i] + beta * x[i] : below(x[i]);
            }
        }

        private float below(float x) {
            return ((float) Math.expm1(Math.min(x, epsilon)) - x) * negative + beta * x;
        }

        /** log(1 + e^x) of a vector of one number; of none in a manifest, which has no numbers. */
        private static float softplus(float[] x) {
            return x.length == 0 ? 0 : (float) Math.log1p(Math.exp(x[0]));
        }
    }

    /** The function that config.json names. */
    static Nonlinearity read(Keys keys, String otherwise, String... names) {
        String name = keys.text(otherwise, names);
        return switch (name) {
            case "silu", "swish" -> new OfKernel(Activation.SILU);
            case "gelu", "gelu_python" -> new OfKernel(Activation.GELU);
            case "gelu_new",
                    "gelu_fast",
                    "gelu_pytorch_tanh",
                    "gelu_python_tanh",
                    "gelu_accurate" ->
                    new OfKernel(Activation.GELU_TANH);
            case "relu" -> new Relu();
            case "relu2" -> new SquaredRelu();
            default ->
                    throw keys.wrong(
                            names[0],
                            "one of silu, swish, gelu, gelu_new, gelu_fast, gelu_pytorch_tanh, relu, relu2");
        };
    }
}
