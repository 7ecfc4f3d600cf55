package openweights.engine.bench.peer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long something took.
 *
 * @param nanos by the clock
 * @param processorNanos by the processor: what other programs take does not count
 */
record Timing(long nanos, long processorNanos) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs it; the processor's time is that of the calling thread. */
    static Timing of(Runnable work) {
        long processor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        return new Timing(nanos, THREADS.getCurrentThreadCpuTime() - processor);
    }

    /** Tokens per second: of the processor's time for one thread, of the clock's for more. */
    double rate(int tokens, int threads) {
        return 1e9 * tokens / Math.max(1, threads == 1 ? processorNanos : nanos);
    }
}
