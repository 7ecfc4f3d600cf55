package openweights.runtime.kernel.cell;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops the code of cells. An interrupt marks every thread that is running such code at that
 * moment. A marked thread ends at its next {@link #check()}, and at every later one too, even if
 * the code catches everything.
 *
 * <p>Limits: code inside a library stops when it returns to the cell's code, or when the library
 * responds to {@link Thread#interrupt()}. Virtual threads are not found.
 */
public final class Stop {

    private static final String CELLS = "REPL.";
    private static final Set<Thread> MARKED = ConcurrentHashMap.newKeySet();
    private static volatile boolean anyMarked;
    private static volatile boolean requested;

    private Stop() {}

    /** Throws a {@link Stopped} if the calling thread is marked. Called from instrumented cells. */
    public static void check() {
        if (anyMarked && MARKED.contains(Thread.currentThread())) {
            throw new Stopped();
        }
    }

    /**
     * Marks the start of a statement on the calling thread, whose earlier work is over. Called from
     * instrumented cells.
     */
    public static void enter() {
        if (requested) {
            throw new Stopped();
        }
        if (anyMarked) {
            MARKED.remove(Thread.currentThread());
        }
    }

    /** Whether the running cell must stop. */
    public static boolean isRequested() {
        return requested;
    }

    /** Stops all threads that are running code of cells. */
    public static void request() {
        requested = true;
        for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
            if (runsCellCode(each.getValue())) {
                MARKED.add(each.getKey());
                anyMarked = true;
                each.getKey().interrupt();
            }
        }
    }

    /**
     * Marks the start of a new cell. Threads that have left the code of earlier cells may run
     * again.
     */
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

    /** Thrown into code that must end. It is an error, because hardly any code catches those. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped by an interrupt", null, false, false);
        }
    }
}
