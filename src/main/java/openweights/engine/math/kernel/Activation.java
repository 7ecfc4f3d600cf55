package openweights.engine.math.kernel;

/** The activation functions of the feed-forward parts of all families. */
public enum Activation {
    /** x * sigmoid(x), as in Llama. */
    SILU,
    /** x times the cumulative normal distribution at x, computed from erf. */
    GELU,
    /** The tanh approximation of GELU, as in GPT-2 ({@code gelu_new}) and BLOOM. */
    GELU_TANH;

    /** 2 * sqrt(2 / pi): (1 + tanh u) / 2 is sigmoid(2 u). */
    public static final float TANH_SCALE = 1.5957691f;

    /** The factor of the cubic term. */
    public static final float TANH_CUBIC = 0.044715f;

    /** The function's value at {@code x}. */
    public float of(float x) {
        return switch (this) {
            case SILU -> x * sigmoid(x);
            case GELU -> x * Erf.normal(x);
            case GELU_TANH -> x * sigmoid(TANH_SCALE * Math.fma(TANH_CUBIC * x * x, x, x));
        };
    }

    private static float sigmoid(float x) {
        return 1 / (1 + Exp.exp(-x));
    }
}
