package openweights.engine.math.thread;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A few threads that share out ranges of work within microseconds. A worker waits a millisecond for
 * the next range, giving way to others, then sleeps until it is called, so an idle pool costs
 * nothing.
 *
 * <pre>{@code
 * pool.each(rows, 16, (from, to) -> { for (int r = from; r < to; r++) ... });
 * }</pre>
 *
 * <p>Work that is started from inside a range, or while another thread uses the pool, runs on the
 * calling thread alone, all in one range.
 */
public final class Pool implements AutoCloseable {

    /** Work on the numbers from {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Range {
        void run(int from, int to);
    }

    private static final Pool SHARED = new Pool(threadsAsked());

    private final ReentrantLock busy = new ReentrantLock();
    private final Worker[] workers;

    /**
     * @param threads how many threads work at once, the calling one included
     */
    public Pool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads: " + threads + " is too few; ask for 1 or more");
        }
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker("openweights-" + (i + 1));
            workers[i].start();
        }
    }

    /**
     * The pool of the whole process: as many threads as there are processors, or as the system
     * property {@code openweights.threads} says.
     */
    public static Pool shared() {
        return SHARED;
    }

    /** How many threads work at once, the calling one included. */
    public int threads() {
        return workers.length + 1;
    }

    /**
     * Runs {@code body} over 0 to {@code n} in disjoint ranges of at most {@code grain} numbers and
     * returns when all are done. The first failure of a range is thrown here, after the others have
     * ended.
     */
    public void each(int n, int grain, Range body) {
        int size = Math.max(1, grain);
        share(new ParallelFor(n, size, left -> size, body));
    }

    /**
     * The same in ranges that shrink towards the end, so that threads of unequal speed end together
     * and yet change their place seldom. Each takes three quarters of its share of what is left:
     * always a multiple of {@code least}, but for the last.
     */
    public void guided(int n, int least, Range body) {
        int unit = Math.max(1, least);
        long shares = 4L * threads() * unit;
        share(new ParallelFor(n, unit, left -> unit * (int) Math.max(1, 3L * left / shares), body));
    }

    /**
     * After a mapped file was cut off: takes what the JVM still holds against this thread and the
     * workers, so that none of it is thrown in work that has nothing to do with that file.
     */
    public void settle() {
        for (Worker worker : workers) {
            worker.settle();
        }
        LostPages.settle();
    }

    /** Ends the threads; work given to this pool later runs on the calling thread. */
    @Override
    public void close() {
        for (Worker worker : workers) {
            worker.end();
        }
    }

    private void share(ParallelFor region) {
        int helpers = Math.min(workers.length, region.pieces() - 1);
        if (helpers <= 0 || inside() || !busy.tryLock()) {
            region.workAlone();
            return;
        }
        try {
            workTogether(region, helpers);
        } finally {
            busy.unlock();
        }
    }

    private void workTogether(ParallelFor region, int helpers) {
        for (int i = 0; i < helpers; i++) {
            workers[i].call(region);
        }
        try {
            region.work();
            await(region, helpers);
        } catch (InternalError late) { // of lost pages, see Worker
            region.fail(late);
            await(region, helpers);
        }
        region.rethrow();
    }

    private void await(ParallelFor region, int helpers) {
        for (int i = 0; i < helpers; i++) {
            workers[i].awaitEndOf(region);
        }
    }

    private boolean inside() {
        return busy.isHeldByCurrentThread() || Thread.currentThread() instanceof Worker;
    }

    private static int threadsAsked() {
        Integer asked = Integer.getInteger("openweights.threads");
        return asked != null ? asked : Runtime.getRuntime().availableProcessors();
    }
}
