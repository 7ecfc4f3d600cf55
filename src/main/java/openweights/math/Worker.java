package openweights.math;

import java.util.concurrent.locks.LockSupport;

/** A thread of a {@link Pool}: waits for a region, works on it, waits again. */
final class Worker extends Thread {

    private volatile Region called;
    private volatile boolean sleeps;
    private volatile boolean ended;

    Worker(String name) {
        super(name);
        setDaemon(true);
    }

    void call(Region region) {
        called = region;
        if (sleeps) {
            LockSupport.unpark(this);
        }
    }

    void end() {
        ended = true;
        LockSupport.unpark(this);
    }

    @Override
    public void run() {
        while (!ended) {
            Region region = called;
            if (region == null) {
                sleepUntilCalled();
            } else {
                called = null;
                work(region);
                spinUntilCalled();
            }
        }
    }

    /**
     * The JVM tells of lost pages of a mapped file when it likes; that must not end this thread.
     */
    private static void work(Region region) {
        try {
            region.work();
        } catch (InternalError late) {
            region.fail(late);
        }
    }

    private void spinUntilCalled() {
        long start = System.nanoTime();
        while (called == null && System.nanoTime() - start < Region.SPIN_NANOS) {
            Thread.onSpinWait();
        }
    }

    private void sleepUntilCalled() {
        sleeps = true;
        while (called == null && !ended) {
            LockSupport.park(this);
        }
        sleeps = false;
    }
}
