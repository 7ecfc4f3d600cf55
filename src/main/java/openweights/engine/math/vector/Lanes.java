package openweights.engine.math.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import openweights.engine.math.kernel.VectorLoader;

/** The register width as a constant, and loads into registers of that width. */
final class Lanes {

    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, shape());

    /** Floats in a register. */
    static final int COUNT = FLOATS.length();

    /** Half as many as C2 alone needs for compiling a method. */
    private static final int STORES_TO_PROFILE = 5_000;

    static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    private static final VectorSpecies<Short> SHORTS = part(short.class, 2);

    static {
        profileStores();
    }

    private Lanes() {}

    /**
     * Shows the JVM, before any kernel runs, which class of vectors is stored to arrays. C2 alone
     * (without tiered compilation) compiles a kernel's loop before it has seen the store after it;
     * then it makes every sum an object in each step.
     */
    private static void profileStores() {
        float[] scratch = scratch();
        for (int i = 0; i < STORES_TO_PROFILE; i++) {
            FloatVector.zero(FLOATS).intoArray(scratch, 0);
        }
    }

    static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(FLOATS, a, at);
    }

    /**
     * A register full of one value. Use it and {@link #load} in innermost loops only; elsewhere, as
     * for initializing accumulators, use {@code FloatVector} directly: a method of ours that runs
     * once per thousands of iterations is not inlined, and its result would be an object in each of
     * them.
     */
    static FloatVector spread(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /** Loads bf16 weights as floats: a bf16 number is the upper half of a float32. */
    static FloatVector load(short[] a, int at) {
        return ((IntVector)
                        ShortVector.fromArray(SHORTS, a, at)
                                .convertShape(VectorOperators.S2I, INTS, 0))
                .lanewise(VectorOperators.LSHL, 16)
                .reinterpretAsFloats();
    }

    static IntVector load(int[] a, int at) {
        return IntVector.fromArray(INTS, a, at);
    }

    /**
     * {@code n + 1} for an even n, as an index of the number to be spread after number n. On AVX2
     * in a form in which the compiler checks each index by itself: when it knows that two are
     * adjacent, it checks both at once and then loads all numbers of a step early, for which 16
     * registers are too few. Sums that it keeps in memory make a product half as fast.
     */
    static int next(int n) {
        return COUNT == 8 ? n | 1 : n + 1;
    }

    /** The nearest floats; {@code convert} would be more to inline. */
    static FloatVector floats(IntVector v) {
        return (FloatVector) v.convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    /**
     * The sum of a register that was stored to memory; the JDK's own reduction adds the lanes one
     * after another. It takes no vector because a vector passed to a method often becomes an
     * object.
     */
    static float sum(float[] lanes, int at) {
        float sum = quarter(lanes, at);
        if (COUNT >= 8) {
            sum += quarter(lanes, at + 4);
        }
        if (COUNT == 16) {
            sum += quarter(lanes, at + 8) + quarter(lanes, at + 12);
        }
        return sum;
    }

    /** Room for two registers. */
    static float[] scratch() {
        return new float[2 * Math.max(COUNT, 4)];
    }

    private static float quarter(float[] a, int at) {
        return (a[at] + a[at + 1]) + (a[at + 2] + a[at + 3]);
    }

    private static <T> VectorSpecies<T> part(Class<T> type, int divisor) {
        int bits = Math.max(64, FLOATS.vectorBitSize() / divisor);
        return VectorSpecies.of(type, VectorShape.forBitSize(bits));
    }

    private static VectorShape shape() {
        return Lanes.class.getClassLoader() instanceof VectorLoader loader
                ? VectorShape.forBitSize(loader.bits())
                : VectorShape.preferredShape();
    }
}
