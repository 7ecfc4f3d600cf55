package openweights.engine.math.kernel;

/**
 * The cumulative distribution function of the normal distribution, (1 + erf(x / sqrt 2)) / 2, with
 * an error below 2e-7. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, formula
 * 7.1.26.
 */
public final class Erf {

    public static final float P = 0.3275911f * 0.70710678f;
    public static final float A1 = 0.254829592f;
    public static final float A2 = -0.284496736f;
    public static final float A3 = 1.421413741f;
    public static final float A4 = -1.453152027f;
    public static final float A5 = 1.061405429f;

    private Erf() {}

    /** The probability of a value below x. */
    public static float normal(float x) {
        float t = 1 / Math.fma(P, Math.abs(x), 1f);
        float p = Math.fma(t, A5, A4);
        p = Math.fma(p, t, A3);
        p = Math.fma(p, t, A2);
        p = Math.fma(p, t, A1);
        // Half of erfc(|x| / sqrt 2): the upper tail.
        float tail = 0.5f * p * t * Exp.exp(-0.5f * x * x);
        return x < 0 ? tail : 1 - tail;
    }
}
