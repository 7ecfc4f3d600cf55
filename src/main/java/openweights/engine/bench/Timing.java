package openweights.engine.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/**
 * How long something took.
 *
 * @param nanos by the clock
 * @param processorNanos by the processors: what other programs take does not count
 */
public record Timing(long nanos, long processorNanos) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Runs it; the processors' time is that of all threads of Java, without compiler and garbage
     * collector.
     */
    public static Timing of(Runnable work) {
        long processor = processorTime();
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        return new Timing(nanos, processorTime() - processor);
    }

    /**
     * The process's own counter has steps of ten milliseconds on Linux; those of threads are exact.
     */
    private static long processorTime() {
        return LongStream.of(THREADS.getAllThreadIds())
                .map(THREADS::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }

    /** This and another, one after the other. */
    Timing plus(Timing other) {
        return new Timing(nanos + other.nanos, processorNanos + other.processorNanos);
    }

    /** How many of {@code count} there were per second. */
    public double perSecond(int count) {
        return 1e9 * count / Math.max(1, nanos);
    }

    /** How many of {@code count} there were per second of the processors' time. */
    public double perProcessorSecond(int count) {
        return 1e9 * count / Math.max(1, processorNanos);
    }
}
