package openweights.grading.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import openweights.base.ResidentMemory;
import openweights.grading.result.Result;

/** Measures speed and memory while a batch is graded, ten times per batch. */
public final class GradingMeter implements Consumer<Result> {

    /**
     * A reading.
     *
     * @param perMinute submissions per minute so far
     * @param heapBytes in use after a garbage collection
     * @param residentBytes of this process; empty if the system does not tell
     */
    public record Reading(
            int done, int total, double perMinute, long heapBytes, OptionalLong residentBytes) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d of %d: %.0f per minute; heap %.1f MB, resident %s",
                    done,
                    total,
                    perMinute,
                    heapBytes / 1e6,
                    residentBytes.isPresent()
                            ? residentBytes.getAsLong() / 1_000_000 + " MB"
                            : "unknown");
        }
    }

    private final int total;
    private final int tenth;
    private final Consumer<Reading> seen;
    private final long start = System.nanoTime();
    private int done;

    /**
     * @param total how many submissions will be graded
     */
    GradingMeter(int total, Consumer<Reading> seen) {
        this.total = total;
        this.seen = seen;
        tenth = Math.max(1, total / 10);
    }

    @Override
    public void accept(Result result) {
        done++;
        if (done % tenth == 0) {
            seen.accept(new Reading(done, total, 60 * done / seconds(), heap(), resident()));
        }
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static OptionalLong resident() {
        try {
            return ResidentMemory.bytes();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
