package openweights.stories.corpus;

/**
 * Random numbers by the SplitMix64 algorithm (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", 2014), implemented here so that they are the same on every JDK.
 */
final class SplitMix64 {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** An independent generator for each combination of keys. */
    SplitMix64(long... keys) {
        for (long key : keys) {
            state = mix(state + GOLDEN ^ key);
        }
    }

    /** A number from 0 to {@code bound - 1}, all equally likely. */
    int below(int bound) {
        while (true) {
            long bits = next() >>> 1;
            long value = bits % bound;
            if (bits - value + (bound - 1) >= 0) { // else: in the last, incomplete range
                return (int) value;
            }
        }
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Mixes every bit into all bits. */
    static long mix(long bits) {
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
