package openweights.cli.grading;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import openweights.base.ResidentMemory;
import openweights.grading.result.Result;

/**
 * Measures a batch while it is graded: how many a minute, and at each tenth the memory of this
 * process.
 */
final class GradingMeter implements Consumer<Result> {

    private final int total;
    private final int tenth;
    private final long start = System.nanoTime();
    private int done;

    /**
     * @param total how many will be graded
     */
    GradingMeter(int total) {
        this.total = total;
        tenth = Math.max(1, total / 10);
    }

    @Override
    public void accept(Result result) {
        done++;
        if (done % tenth == 0) {
            System.out.printf(
                    "%6d of %d: %.0f a minute; heap %.1f MB, resident %s%n",
                    done, total, rate(), heap() / 1e6, resident());
        }
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** How many a minute so far. */
    double rate() {
        return 60 * done / seconds();
    }

    /** Bytes in use once what is garbage is gone. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String resident() {
        try {
            OptionalLong bytes = ResidentMemory.bytes();
            return bytes.isPresent() ? bytes.getAsLong() / 1_000_000 + " MB" : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
