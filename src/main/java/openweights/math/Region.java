package openweights.math;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One stretch of parallel work: pieces that any thread may take. */
final class Region {

    private final int n;
    private final int grain;
    private final Pool.Range body;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean callerSleeps;
    private volatile Throwable failure;

    Region(int n, int grain, Pool.Range body) {
        this.n = n;
        this.grain = grain;
        this.body = body;
    }

    int pieces() {
        return (n - 1) / grain + 1;
    }

    /** Takes pieces until none is left. A thread that comes too late finds none. */
    void work() {
        int pieces = pieces();
        for (int piece = taken.getAndIncrement(); piece < pieces; piece = taken.getAndIncrement()) {
            try {
                run(piece);
            } catch (Throwable thrown) {
                fail(thrown);
            }
        }
    }

    private void run(int piece) {
        int from = piece * grain;
        body.run(from, (int) Math.min(n, (long) from + grain));
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
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
