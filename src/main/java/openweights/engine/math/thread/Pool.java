package openweights.engine.math.thread;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import openweights.base.UserException;

/**
 * Threads that share ranges of work within microseconds. A worker waits a millisecond for the next
 * loop, yielding to others, and then sleeps until it is called, so an idle pool costs nothing.
 *
 * <pre>{@code
 * pool.each(rows, 16, (from, to) -> { for (int r = from; r < to; r++) ... });
 * }</pre>
 *
 * <p>When other programs keep the processors busy, helpers come late, and the caller works alone
 * for a while instead of waiting.
 *
 * <p>A loop that is started from inside another one, while another thread uses the pool, or within
 * {@link #alone}, runs on the calling thread alone, as a single range.
 */
public final class Pool implements AutoCloseable {

    /** Work on the numbers from {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Range {
        void run(int from, int to);
    }

    private static final Pool SHARED = new Pool(requestedThreads());

    private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> false);

    private final ReentrantLock busy = new ReentrantLock();
    private final Lateness lateness = new Lateness(); // guarded by busy
    private final Worker[] workers;

    /**
     * @param threads how many threads work at once, including the calling one
     * @throws UserException if that is below 1
     */
    public Pool(int threads) {
        if (threads < 1) {
            throw new UserException(threads + " threads are too few. Give 1 or more.");
        }
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker("openweights-" + (i + 1));
            workers[i].start();
        }
    }

    /**
     * The pool of the whole process: one thread per processor, or as many as the system property
     * {@code openweights.threads} says.
     */
    public static Pool shared() {
        return SHARED;
    }

    /** How many threads work at once, including the calling one. */
    public int threads() {
        return workers.length + 1;
    }

    /**
     * Runs {@code body} over 0 to {@code n} in disjoint ranges of at most {@code grain} numbers and
     * returns when all are done. If ranges fail, this throws the first failure once the others have
     * ended.
     */
    public void each(int n, int grain, Range body) {
        int size = Math.max(1, grain);
        run(new ParallelFor(n, size, left -> size, body));
    }

    /**
     * The same in ranges that shrink toward the end, so that threads of unequal speed finish
     * together and yet rarely jump to another place. Each range is three quarters of a thread's
     * share of what is left, rounded down to a multiple of {@code minRange} except for the last.
     */
    public void guided(int n, int minRange, Range body) {
        int unit = Math.max(1, minRange);
        long shares = 4L * threads() * unit;
        run(new ParallelFor(n, unit, left -> unit * (int) Math.max(1, 3L * left / shares), body));
    }

    /**
     * Runs {@code work}, all of whose loops stay on the calling thread. This is for one of many
     * pieces of work that run at the same time: where each has a processor, help costs more than it
     * gives.
     */
    public static <T> T alone(Supplier<T> work) {
        boolean before = ALONE.get();
        ALONE.set(true);
        try {
            return work.get();
        } finally {
            ALONE.set(before);
        }
    }

    /**
     * To be called after a mapped file was truncated: clears the errors that the JVM still holds
     * for this thread and the workers, so that none is thrown in work unrelated to that file.
     */
    public void settle() {
        for (Worker worker : workers) {
            worker.settle();
        }
        LostPages.settle();
    }

    /** Ends the threads; later loops run on the calling thread. */
    @Override
    public void close() {
        for (Worker worker : workers) {
            worker.end();
        }
    }

    private void run(ParallelFor loop) {
        int helpers = Math.min(workers.length, loop.pieces() - 1);
        if (helpers <= 0 || inside() || !busy.tryLock()) {
            loop.workAlone();
            return;
        }
        try {
            if (lateness.worksAlone()) {
                loop.workAlone();
            } else {
                workTogether(loop, helpers);
            }
        } finally {
            busy.unlock();
        }
    }

    private void workTogether(ParallelFor loop, int helpers) {
        for (int i = 0; i < helpers; i++) {
            workers[i].call(loop);
        }
        long start = System.nanoTime();
        try {
            loop.work();
            long end = System.nanoTime();
            await(loop, helpers);
            lateness.note(end - start, System.nanoTime() - end);
        } catch (InternalError late) { // a truncated file, see Worker
            loop.fail(late);
            await(loop, helpers);
        }
        loop.rethrow();
    }

    private void await(ParallelFor loop, int helpers) {
        for (int i = 0; i < helpers; i++) {
            workers[i].awaitEndOf(loop);
        }
    }

    private boolean inside() {
        return busy.isHeldByCurrentThread()
                || Thread.currentThread() instanceof Worker
                || ALONE.get();
    }

    private static int requestedThreads() {
        Integer requested = Integer.getInteger("openweights.threads");
        return requested != null ? requested : Runtime.getRuntime().availableProcessors();
    }
}
