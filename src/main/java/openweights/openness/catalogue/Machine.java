package openweights.openness.catalogue;

import java.util.Locale;
import openweights.engine.math.Backend;
import openweights.engine.math.Bandwidth;
import openweights.engine.model.Footprint;

/**
 * What a machine offers to a model.
 *
 * @param memory in bytes
 * @param bandwidth of reading from memory, in bytes per second
 */
public record Machine(long memory, double bandwidth) {

    /**
     * The first readings are slow until the code is compiled, which takes long on a busy machine.
     */
    private static final int READINGS = 60;

    private static final long MAX_NANOSECONDS = 10_000_000_000L;

    /** This machine; measuring its bandwidth takes some seconds. */
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
