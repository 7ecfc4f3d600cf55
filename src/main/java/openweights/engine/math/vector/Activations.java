package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.load;

import openweights.engine.math.kernel.Activation;

/** Loops over numbers with one of {@link Functions} in each, a whole register at a time. */
final class Activations {

    /** As many as fit the fastest cache; a multiple of every register. */
    private static final int BELLS = 256;

    private Activations() {}

    /** x = f(x) for whole registers from {@code from} to before {@code to}. */
    static void activate(Activation f, float[] x, int from, int to) {
        switch (f) {
            case SILU -> silu(x, from, to);
            case GELU -> gelu(x, from, to);
            case GELU_TANH -> geluTanh(x, from, to);
        }
    }

    private static void silu(float[] x, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            Functions.silu(load(x, i)).intoArray(x, i);
        }
    }

    /**
     * In two loops: in one, the compiler would run out of room for inlining, and each register
     * would become an object.
     */
    private static void gelu(float[] x, int from, int to) {
        float[] bells = new float[Math.min(BELLS, to - from)];
        for (int at = from; at < to; at += BELLS) {
            int end = Math.min(to, at + BELLS);
            bells(x, at, end, bells);
            gelu(x, at, end, bells);
        }
    }

    private static void bells(float[] x, int from, int to, float[] bells) {
        for (int i = from; i < to; i += COUNT) {
            Functions.bell(load(x, i)).intoArray(bells, i - from);
        }
    }

    private static void gelu(float[] x, int from, int to, float[] bells) {
        for (int i = from; i < to; i += COUNT) {
            Functions.gelu(load(x, i), load(bells, i - from)).intoArray(x, i);
        }
    }

    private static void geluTanh(float[] x, int from, int to) {
        for (int i = from; i < to; i += COUNT) {
            Functions.geluTanh(load(x, i)).intoArray(x, i);
        }
    }
}
