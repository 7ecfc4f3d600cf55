package openweights.runtime.kernel.magic;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures how long code of cells takes. */
public final class Timing {

    private static final int ROUNDS = 7;

    /** Nanoseconds that one round takes at least, so that the clock can tell it from nothing. */
    private static final long ROUND = 100_000_000;

    private static volatile boolean asked;

    private final long wall = System.nanoTime();
    private final long processor = processor();

    private Timing() {}

    /** Code whose time is measured. */
    @FunctionalInterface
    public interface Code {
        void run() throws Exception;
    }

    /** Starts the clocks. */
    public static Timing start() {
        return new Timing();
    }

    /** Asks for the time of the next statement. Called from cells. */
    public static void next() {
        asked = true;
    }

    /** Starts the clocks if the time of the next statement was asked for. */
    public static @Nullable Timing startIfAsked() {
        boolean start = asked;
        asked = false;
        return start ? start() : null;
    }

    /** Prints the time since the start, by the clock on the wall and of all processors together. */
    public void print() {
        System.out.printf(
                Locale.ROOT,
                "CPU time: %s, wall time: %s%n",
                text((double) (processor() - processor)),
                text((double) (System.nanoTime() - wall)));
    }

    /** Java that measures how long some code takes. */
    static String repeated(String code) {
        return "%s.repeat(() -> {%s});".formatted(Timing.class.getName(), code);
    }

    /**
     * Prints how long code takes: the best and the median of several rounds, in each of which it
     * runs as often as takes a tenth of a second. Called from cells.
     */
    public static void repeat(Code code) throws Exception {
        long count = 1;
        while (round(code, count) * count < ROUND && count < 1L << 30) {
            count *= 2;
        }
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(code, count);
        }
        Arrays.sort(rounds);
        System.out.printf(
                Locale.ROOT,
                "%s each (median; best %s) in %d rounds of %,d%n",
                text(rounds[ROUNDS / 2]),
                text(rounds[0]),
                ROUNDS,
                count);
    }

    /** Nanoseconds that the code takes on average. */
    private static double round(Code code, long count) throws Exception {
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            code.run();
        }
        return (double) (System.nanoTime() - start) / count;
    }

    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static String text(double nanoseconds) {
        if (nanoseconds < 1e3) {
            return String.format(Locale.ROOT, "%.0f ns", nanoseconds);
        }
        if (nanoseconds < 1e6) {
            return String.format(Locale.ROOT, "%.1f µs", nanoseconds / 1e3);
        }
        return nanoseconds < 1e9
                ? String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanoseconds / 1e9);
    }
}
