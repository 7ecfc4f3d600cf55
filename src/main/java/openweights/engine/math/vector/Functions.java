package openweights.engine.math.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import openweights.engine.math.kernel.Activation;
import openweights.engine.math.kernel.Erf;
import openweights.engine.math.kernel.Exp;

/**
 * {@link Exp}, {@link Erf} and {@link Activation} for a register of numbers at a time, in exactly
 * the same steps.
 */
final class Functions {

    private static final int ROUND_BITS = Float.floatToRawIntBits(Exp.ROUND);

    private Functions() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(Exp.MIN_INPUT).min(Exp.MAX_INPUT);
        FloatVector shifted = clamped.fma(spread(Exp.LOG2_E), spread(Exp.ROUND));
        FloatVector n = shifted.sub(Exp.ROUND);
        FloatVector r = n.fma(spread(-Exp.LN2_HIGH), clamped);
        r = n.fma(spread(-Exp.LN2_LOW), r);
        FloatVector p = r.fma(spread(Exp.C6), spread(Exp.C5));
        p = p.fma(r, spread(Exp.C4));
        p = p.fma(r, spread(Exp.C3));
        p = p.fma(r, spread(0.5f));
        p = p.fma(r, spread(1f));
        p = p.fma(r, spread(1f));
        IntVector power = shifted.reinterpretAsInts().sub(ROUND_BITS);
        IntVector half = power.lanewise(ASHR, 1);
        return p.mul(powerOfTwo(half)).mul(powerOfTwo(power.sub(half)));
    }

    private static FloatVector powerOfTwo(IntVector exponent) {
        return exponent.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
    }

    static FloatVector silu(FloatVector x) {
        return x.mul(sigmoid(x));
    }

    static FloatVector geluTanh(FloatVector x) {
        FloatVector cubic = x.mul(Activation.TANH_CUBIC).mul(x).fma(x, x);
        return x.mul(sigmoid(cubic.mul(Activation.TANH_SCALE)));
    }

    /** The density of the normal distribution, times the square root of 2 pi. */
    static FloatVector bell(FloatVector x) {
        return exp(x.mul(-0.5f).mul(x));
    }

    /** The GELU; it and the exponential in it would be too much for one loop. */
    static FloatVector gelu(FloatVector x, FloatVector bell) {
        FloatVector t = spread(1f).div(x.abs().fma(spread(Erf.P), spread(1f)));
        FloatVector p = t.fma(spread(Erf.A5), spread(Erf.A4));
        p = p.fma(t, spread(Erf.A3));
        p = p.fma(t, spread(Erf.A2));
        p = p.fma(t, spread(Erf.A1));
        FloatVector tail = p.mul(0.5f).mul(t).mul(bell);
        FloatVector rest = spread(1f).sub(tail);
        return x.mul(rest.blend(tail, x.compare(VectorOperators.LT, 0f)));
    }

    static FloatVector sigmoid(FloatVector x) {
        return spread(1f).div(exp(x.neg()).add(1f));
    }
}
