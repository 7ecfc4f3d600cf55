package openweights.openness.catalogue;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import openweights.base.UserException;
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

    private static final int ATTEMPTS = 3;

    /** Bytes per second; what is below has not been compiled, or had no processor. */
    private static final double SLOWEST = 1e8;

    /** Bytes per second; what is above is the fault of a clock. */
    private static final double FASTEST = 4e12;

    /**
     * This machine; measuring its bandwidth takes some seconds.
     *
     * @throws UserException if every measurement is out of any machine's range
     */
    public static Machine here() {
        Bandwidth reading = new Bandwidth(Backend.best());
        return new Machine(Footprint.machine(), plausible(() -> measure(reading)));
    }

    private static double measure(Bandwidth reading) {
        long start = System.nanoTime();
        long best = reading.read();
        for (int i = 1; i < READINGS && System.nanoTime() - start < MAX_NANOSECONDS; i++) {
            best = Math.min(best, reading.read());
        }
        return reading.bytes() / (best / 1e9);
    }

    /** The first of a few measurements that a machine can have. */
    static double plausible(DoubleSupplier measurement) {
        double bandwidth = measurement.getAsDouble();
        for (int i = 1; i < ATTEMPTS && !isPlausible(bandwidth); i++) {
            bandwidth = measurement.getAsDouble();
        }
        if (!isPlausible(bandwidth)) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "The speed of memory was measured %d times, at last as %.3g GB/s, and machines have between %.1f and %.0f. The clock is wrong, or other programs take all of the processors' time. Try again when the machine is idle.",
                            ATTEMPTS,
                            bandwidth / 1e9,
                            SLOWEST / 1e9,
                            FASTEST / 1e9));
        }
        return bandwidth;
    }

    private static boolean isPlausible(double bandwidth) {
        return SLOWEST <= bandwidth && bandwidth <= FASTEST;
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
