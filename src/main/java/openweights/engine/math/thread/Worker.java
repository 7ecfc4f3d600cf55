package openweights.engine.math.thread;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a {@link Pool}: waits for a region, works on it, waits again.
 *
 * <p>The JVM tells of lost pages of a mapped file when it likes, by an {@link InternalError} at any
 * place, even one that touches no file. So what must not be lost with it (that this thread has left
 * its region) can be said twice, and a wake-up that is lost delays the caller by a moment only.
 */
final class Worker extends Thread {

    /** Long enough to bridge the gap between two products of a forward pass. */
    private static final long SPIN_NANOS = 50_000;

    /**
     * Long enough to bridge most of what holds up a pass between two products. To wake a thread
     * takes the system hundreds of microseconds at times, and it may wake on the caller's
     * processor.
     */
    private static final long YIELD_NANOS = 1_000_000;

    /** How long a caller sleeps at most before it looks again. */
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final AtomicReference<ParallelFor> called = new AtomicReference<>();
    private volatile @Nullable ParallelFor working;
    private volatile boolean sleeps;
    private volatile boolean settles;
    private volatile boolean ended;

    Worker(String name) {
        super(name);
        setDaemon(true);
    }

    void call(ParallelFor region) {
        called.set(region);
        if (sleeps) {
            LockSupport.unpark(this);
        }
    }

    /** Lets the JVM tell of lost pages before the next region is begun. */
    void settle() {
        settles = true;
    }

    void end() {
        ended = true;
        LockSupport.unpark(this);
    }

    @Override
    public void run() {
        while (!ended) {
            try {
                linger(() -> called.get() == null);
                sleepUntilCalled();
                work();
            } catch (InternalError late) {
                leave(late);
            }
        }
    }

    /**
     * Returns when this thread works on the region no more; it will not begin to when all pieces
     * are taken.
     */
    void awaitEndOf(ParallelFor region) {
        linger(() -> working == region);
        boolean interrupted = false;
        region.callerSleeps();
        while (working == region) {
            LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
            // An interrupted thread cannot sleep; the flag goes back when the work is done.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        if (settles) {
            settles = false;
            LostPages.settle();
        }
        ParallelFor region = called.getAndSet(null);
        if (region != null) {
            working = region;
            region.work();
            leave(region);
        }
    }

    private void leave(InternalError late) {
        ParallelFor region = working;
        if (region != null) {
            region.fail(late);
            leave(region);
        }
    }

    private void leave(ParallelFor region) {
        working = null;
        region.wakeCaller();
    }

    /** Waits a moment without sleep: first for itself, then giving way to whoever needs to run. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void linger(BooleanSupplier waits) {
        long start = System.nanoTime();
        long waited = 0;
        while (waits.getAsBoolean() && waited < YIELD_NANOS) {
            if (waited < SPIN_NANOS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            waited = System.nanoTime() - start;
        }
    }

    private void sleepUntilCalled() {
        sleeps = true;
        while (called.get() == null && !ended) {
            LockSupport.park(this);
        }
        sleeps = false;
    }
}
