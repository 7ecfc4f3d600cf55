package openweights.math;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One stretch of parallel work: pieces that any thread may take, and the wait for the last one. */
final class Region {

    /** Long enough to bridge the gap between two products of a forward pass. */
    static final long SPIN_NANOS = 50_000;

    private final int n;
    private final int grain;
    private final Pool.Range body;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger left;
    private volatile boolean callerSleeps;
    private volatile Throwable failure;

    Region(int n, int grain, Pool.Range body) {
        this.n = n;
        this.grain = grain;
        this.body = body;
        this.left = new AtomicInteger(pieces());
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
            } finally {
                finish();
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

    private void finish() {
        if (left.decrementAndGet() == 0 && callerSleeps) {
            LockSupport.unpark(caller);
        }
    }

    /** Waits for the pieces that others have taken, then throws the first failure, if any. */
    void await() {
        long start = System.nanoTime();
        while (left.get() > 0 && System.nanoTime() - start < SPIN_NANOS) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        callerSleeps = true;
        while (left.get() > 0) {
            LockSupport.park(this);
            // An interrupted thread cannot sleep; the flag goes back when the work is done.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            caller.interrupt();
        }
        rethrow();
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
