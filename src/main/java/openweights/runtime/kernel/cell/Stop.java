package openweights.runtime.kernel.cell;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops the code of cells. An interrupt marks every thread that is running such code at that
 * moment; a marked thread ends at its next {@link #check()}, and again at every one after it, even
 * if the code catches everything.
 *
 * <p>Deliberately not here: code that is inside of a library stops when it comes back to the cell's
 * own code, or when the library heeds {@link Thread#interrupt()}. Virtual threads are not found.
 */
public final class Stop {

    private static final String CELLS = "REPL.";
    private static final Set<Thread> MARKED = ConcurrentHashMap.newKeySet();
    private static volatile boolean anyMarked;
    private static volatile boolean requested;

    private Stop() {}

    /** Ends the calling thread's work by a {@link Stopped} if it was marked. Called by cells. */
    public static void check() {
        if (anyMarked && MARKED.contains(Thread.currentThread())) {
            throw new Stopped();
        }
    }

    /**
     * The calling thread begins a statement of a cell; whatever it ran before is over. Called by
     * cells.
     */
    public static void enter() {
        if (requested) {
            throw new Stopped();
        }
        if (anyMarked) {
            MARKED.remove(Thread.currentThread());
        }
    }

    /** Whether the cell that is being run is to be stopped. */
    public static boolean isRequested() {
        return requested;
    }

    /** Stops whatever runs code of cells. */
    public static void request() {
        requested = true;
        for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet()) {
            if (runsCellCode(one.getValue())) {
                MARKED.add(one.getKey());
                anyMarked = true;
                one.getKey().interrupt();
            }
        }
    }

    /** A new cell begins: threads that have left the code of earlier cells may run again. */
    public static void begin() {
        requested = false;
        if (anyMarked) {
            MARKED.removeIf(thread -> !runsCellCode(thread.getStackTrace()));
            anyMarked = !MARKED.isEmpty();
        }
    }

    private static boolean runsCellCode(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(CELLS));
    }

    /** Thrown into code that is to end. An error, so that hardly any code catches it. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped by an interrupt", null, false, false);
        }
    }
}
