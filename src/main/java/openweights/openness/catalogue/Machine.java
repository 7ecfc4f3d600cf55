package openweights.openness.catalogue;

import java.util.Locale;
import openweights.engine.math.Backend;
import openweights.engine.math.Bandwidth;
import openweights.engine.model.Footprint;

/**
 * What a machine offers a model.
 *
 * @param memory bytes
 * @param bandwidth bytes that it reads from memory in a second
 */
public record Machine(long memory, double bandwidth) {

    /**
     * The first readings are slow, until the compiler is done; on a busy machine that takes long.
     */
    private static final int READINGS = 60;

    private static final long MAX_NANOSECONDS = 10_000_000_000L;

    /** This one; its bandwidth is measured, which takes some seconds. */
    public static Machine here() {
        Bandwidth reading = new Bandwidth(Backend.best());
        long start = System.nanoTime();
        long best = reading.read();
        for (int i = 1; i < READINGS && System.nanoTime() - start < MAX_NANOSECONDS; i++) {
            best = Math.min(best, reading.read());
        }
        return new Machine(Footprint.machine(), reading.bytes() / (best / 1e9));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f GiB of memory, read at %.1f GB/s",
                memory / (double) (1L << 30),
                bandwidth / 1e9);
    }
}
