package openweights.engine.math.thread;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a {@link Pool}: waits for a loop, works on it, waits again.
 *
 * <p>When a mapped file was truncated, the JVM may throw an {@link InternalError} at any later
 * point, even in code that touches no file. So whatever must happen in spite of it (noting that
 * this thread has left its loop) may safely happen twice, and a lost wake-up delays the caller only
 * for a moment.
 */
final class Worker extends Thread {

    /** Long enough to bridge the gap between two products of a forward pass. */
    private static final long SPIN_NANOS = 50_000;

    /**
     * Long enough to bridge most delays between two products. Waking a thread can take the system
     * hundreds of microseconds, and it may wake on the caller's processor.
     */
    private static final long YIELD_NANOS = 1_000_000;

    /** A yield that takes longer has let another program run, which will want to run again. */
    private static final long GAVE_WAY_NANOS = 200_000;

    /** A sleeping caller checks again after this time. */
    private static final long RECHECK_NANOS = 10_000_000;

    private final AtomicReference<ParallelFor> called = new AtomicReference<>();
    private volatile @Nullable ParallelFor working;
    private volatile boolean sleeps;
    private volatile boolean settles;
    private volatile boolean ended;

    Worker(String name) {
        super(name);
        setDaemon(true);
    }

    void call(ParallelFor loop) {
        called.set(loop);
        if (sleeps) {
            LockSupport.unpark(this);
        }
    }

    /** Lets the JVM deliver pending errors before the next loop starts. */
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
     * Returns when this thread no longer works on the loop. It will not start on it once all pieces
     * are taken.
     */
    void awaitEndOf(ParallelFor loop) {
        linger(() -> working == loop);
        boolean interrupted = false;
        loop.callerSleeps();
        while (working == loop) {
            LockSupport.parkNanos(this, RECHECK_NANOS);
            // An interrupted thread cannot sleep; the flag is restored when the work is done.
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
        ParallelFor loop = called.getAndSet(null);
        if (loop != null) {
            working = loop;
            loop.work();
            leave(loop);
        }
    }

    private void leave(InternalError late) {
        ParallelFor loop = working;
        if (loop != null) {
            loop.fail(late);
            leave(loop);
        }
    }

    private void leave(ParallelFor loop) {
        working = null;
        loop.wakeCaller();
    }

    /**
     * Waits for a moment without sleeping: spins at first, then yields to other threads, until one
     * of them has taken the processor.
     */
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
            long now = System.nanoTime() - start;
            boolean gaveWay = now - waited > GAVE_WAY_NANOS;
            waited = gaveWay ? YIELD_NANOS : now;
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
