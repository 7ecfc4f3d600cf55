package openweights.engine.hub;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import openweights.base.ByteSize;
import openweights.base.Terminal;

/** Shows a download's progress: one updated line on a terminal, a line now and then in a log. */
public final class FetchProgress implements DownloadListener, AutoCloseable {

    private static final long TERMINAL_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_NANOSECONDS = TimeUnit.SECONDS.toNanos(15);

    private final PrintStream out;
    private final boolean terminal;
    private long firstTime;
    private long firstBytes = -1;
    private long lastTime;
    private boolean shown;

    FetchProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static FetchProgress onStandardError() {
        return new FetchProgress(System.err, Terminal.isThere());
    }

    @Override
    public void at(String path, long done, long total) {
        long now = System.nanoTime();
        if (firstBytes < 0) {
            firstBytes = done;
            firstTime = now;
            lastTime = now;
        }
        if (now - lastTime < (terminal ? TERMINAL_NANOSECONDS : LOG_NANOSECONDS)) {
            return;
        }
        lastTime = now;
        shown = true;
        out.print((terminal ? "\r" : "") + line(path, done, total, now) + (terminal ? "  " : "\n"));
        out.flush();
    }

    /** Ends the updated line. */
    @Override
    public void close() {
        if (terminal && shown) {
            out.println();
        }
    }

    private String line(String path, long done, long total, long now) {
        double seconds = (now - firstTime) / 1e9;
        double speed = (done - firstBytes) / Math.max(seconds, 1e-3);
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s of %s  %.1f MB/s  %s left  %s",
                100.0 * done / Math.max(total, 1),
                ByteSize.of(done),
                ByteSize.of(total),
                speed / 1e6,
                left(total - done, speed),
                path);
    }

    private static String left(long bytes, double speed) {
        if (speed < 1) {
            return "?";
        }
        long seconds = (long) (bytes / speed);
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
