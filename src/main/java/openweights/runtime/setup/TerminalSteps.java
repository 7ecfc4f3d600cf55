package openweights.runtime.setup;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import openweights.base.Terminal;

/**
 * Shows steps that take longer than two seconds, with the time they take: on a terminal in one line
 * that is updated every second, in a log with a line every {@value #LOG_SECONDS} seconds.
 */
public final class TerminalSteps implements Steps {

    private static final int QUIET_SECONDS = 2;
    private static final int LOG_SECONDS = 15;

    private final PrintStream out;
    private final boolean terminal;

    TerminalSteps(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static TerminalSteps onStandardError() {
        return new TerminalSteps(System.err, Terminal.isThere());
    }

    @Override
    public <T> T run(String name, Step<T> step) throws IOException {
        long start = System.nanoTime();
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(TerminalSteps::daemon);
        Future<?> unused =
                clock.scheduleAtFixedRate(() -> tick(name, seconds(start)), 1, 1, TimeUnit.SECONDS);
        try {
            return step.run();
        } finally {
            clock.shutdownNow();
            if (seconds(start) >= QUIET_SECONDS) {
                out.println((terminal ? "\r" : "") + name + ": " + seconds(start) + " s");
            }
        }
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    private void tick(String name, long seconds) {
        if (terminal && seconds >= QUIET_SECONDS) {
            out.print("\r" + name + ": " + seconds + " s ");
            out.flush();
        } else if (!terminal && seconds % LOG_SECONDS == QUIET_SECONDS) {
            out.println(name + " ...");
        }
    }

    private static long seconds(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
