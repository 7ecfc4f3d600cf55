package openweights.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What else keeps this machine busy while something is measured. */
final class MachineLoad {

    private static final Path PROCESSOR_TIMES = Path.of("/proc/stat");

    /**
     * The place of the time that a virtual machine's host took away, in /proc/stat's first line.
     */
    private static final int STEAL = 8;

    /** A share of the processors' time above which figures are worth a warning. */
    private static final double NOTABLE = 0.05;

    private final long[] before = times();
    private final double load = load();

    /** Warns if other programs, or the host of this virtual machine, took time since the start. */
    Optional<String> warning() {
        int processors = Runtime.getRuntime().availableProcessors();
        double stolen = stolen(times());
        if (load > processors / 2.0) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "This machine was busy: before the measurement, %.1f threads wanted its %d processors. Speeds are too low; ratios are rough.",
                            load,
                            processors));
        }
        return stolen > NOTABLE
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "The host of this virtual machine took %.0f %% of the processors' time. Speeds are too low; ratios are rough.",
                                100 * stolen))
                : Optional.empty();
    }

    private double stolen(long[] after) {
        if (before.length <= STEAL || after.length <= STEAL) {
            return 0;
        }
        long all = 0;
        for (int i = 1; i < before.length; i++) {
            all += after[i] - before[i];
        }
        return all == 0 ? 0 : (double) (after[STEAL] - before[STEAL]) / all;
    }

    /** Threads that ran or wanted to in the last minute; negative if the system does not say. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long[] times() {
        try {
            String[] words =
                    Files.readString(PROCESSOR_TIMES).lines().findFirst().orElse("").split(" +");
            long[] times = new long[words.length];
            for (int i = 1; i < words.length; i++) {
                times[i] = Long.parseLong(words[i]);
            }
            return times;
        } catch (IOException | NumberFormatException e) {
            return new long[0]; // Not Linux: nothing is known about a host.
        }
    }
}
