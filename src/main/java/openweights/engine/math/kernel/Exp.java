package openweights.engine.math.kernel;

/**
 * The exponential function computed with {@link Math#fma} alone, so that every machine and every
 * JDK gives the same bits. The relative error is below 1e-7. A vector kernel that takes the same
 * steps gives the same bits.
 *
 * <p>exp(x) = 2<sup>n</sup> exp(r) with n = round(x / ln 2) and |r| at most ln 2 / 2.
 */
public final class Exp {

    /** Below this the result is 0. */
    public static final float MIN_INPUT = -104f;

    /** Above this the result is infinite. */
    public static final float MAX_INPUT = 89f;

    public static final float LOG2_E = 1.44269504f;

    /** Adding and subtracting this number rounds to the nearest integer. */
    public static final float ROUND = 12582912f;

    /** ln 2 in two parts; the first ends in zero bits, so that n * LN2_HIGH is exact. */
    public static final float LN2_HIGH = 0.693145752f;

    public static final float LN2_LOW = 1.42860677e-6f;

    // Minimax polynomial of exp(r) whose first coefficients are 1, 1 and 1/2.
    public static final float C6 = 1.38637321e-3f;
    public static final float C5 = 8.36754302e-3f;
    public static final float C4 = 4.16672399e-2f;
    public static final float C3 = 1.66665335e-1f;

    private Exp() {}

    /** e to the power of x. */
    public static float exp(float x) {
        float clamped = Math.min(Math.max(x, MIN_INPUT), MAX_INPUT);
        float shifted = Math.fma(clamped, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
        float p = Math.fma(r, C6, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, 0.5f);
        p = Math.fma(p, r, 1f);
        p = Math.fma(p, r, 1f);
        // 2^n as two factors, because n may exceed the exponents of normal numbers.
        int power = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND);
        int half = power >> 1;
        return p
                * Float.intBitsToFloat((half + 127) << 23)
                * Float.intBitsToFloat((power - half + 127) << 23);
    }
}
