package openweights.engine.math.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One stretch of parallel work: pieces that any thread may take. */
final class ParallelFor {

    private final int n;
    private final int least;
    private final IntUnaryOperator size;
    private final Pool.Range body;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean callerSleeps;
    private volatile @Nullable Throwable failure;

    /**
     * @param least the size of the smallest piece, but for the last
     * @param size of the next piece, by how many numbers are left
     */
    ParallelFor(int n, int least, IntUnaryOperator size, Pool.Range body) {
        this.n = n;
        this.least = least;
        this.size = size;
        this.body = body;
    }

    /** At most so many. */
    int pieces() {
        return (n - 1) / least + 1;
    }

    void workAlone() {
        if (n > 0) {
            body.run(0, n);
        }
    }

    /** Takes pieces until none is left. A thread that comes too late finds none. */
    void work() {
        for (int from = taken.get(); from < n; from = taken.get()) {
            int to = from + Math.min(n - from, size.applyAsInt(n - from));
            if (taken.compareAndSet(from, to)) {
                run(from, to);
            }
        }
    }

    private void run(int from, int to) {
        try {
            body.run(from, to);
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    /** The first failure is the one that the caller gets. */
    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    void callerSleeps() {
        callerSleeps = true;
    }

    void wakeCaller() {
        if (callerSleeps) {
            LockSupport.unpark(caller);
        }
    }

    /** Throws the first failure, if any. */
    void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
