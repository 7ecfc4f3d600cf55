package openweights.release.catalogue;

import java.util.Locale;
import openweights.math.Backend;
import openweights.math.Bandwidth;
import openweights.model.Footprint;

/**
 * What a machine offers a model.
 *
 * @param memory bytes
 * @param bandwidth bytes that it reads from memory in a second
 */
public record Machine(long memory, double bandwidth) {

    private static final int TRIALS = 5;

    /** This one; its bandwidth is measured, which takes about a second. */
    public static Machine here() {
        Bandwidth reading = new Bandwidth(Backend.best());
        reading.read();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIALS; i++) {
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
