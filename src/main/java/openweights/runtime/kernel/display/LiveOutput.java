package openweights.runtime.kernel.display;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An output that is redrawn in place: often enough for the eye, and rarely enough not to slow down
 * the work that it shows.
 */
final class LiveOutput {

    /**
     * The time between redraws is at least this multiple of a redraw's duration, so redraws take at
     * most a quarter of the time.
     */
    private static final int REDRAW_RATIO = 3;

    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<LiveOutput> UNSETTLED = new LinkedHashSet<>();

    private final String id = "openweights-" + COUNT.incrementAndGet();
    private final Screen screen;
    private final LongSupplier clock;
    private final long interval;
    private boolean shown;
    private long nextRedraw;
    private @Nullable Supplier<Rendition> settled;

    /**
     * @param clock nanoseconds
     * @param interval minimum number of nanoseconds between two redraws
     */
    LiveOutput(Screen screen, LongSupplier clock, long interval) {
        this.screen = screen;
        this.clock = clock;
        this.interval = interval;
        nextRedraw = clock.getAsLong();
    }

    /**
     * Draws if a redraw is due.
     *
     * @param now what to draw now
     * @param end what to draw at the end if no other offer follows; without measured times
     */
    void offer(Supplier<Rendition> now, Supplier<Rendition> end) {
        settled = end;
        synchronized (UNSETTLED) {
            UNSETTLED.add(this);
        }
        if (clock.getAsLong() - nextRedraw >= 0) {
            draw(now);
        }
    }

    /** Draws the last state unless it is drawn already. More offers may follow. */
    void settle() {
        boolean unsettled;
        synchronized (UNSETTLED) {
            unsettled = UNSETTLED.remove(this);
        }
        if (unsettled && settled != null) {
            draw(settled);
        }
    }

    /** Settles all outputs whose loop was left early by a break, an exception or an interrupt. */
    static void settleAll() {
        List<LiveOutput> unsettled;
        synchronized (UNSETTLED) {
            unsettled = List.copyOf(UNSETTLED);
        }
        unsettled.forEach(LiveOutput::settle);
    }

    private void draw(Supplier<Rendition> state) {
        long start = clock.getAsLong();
        screen.draw(id, state.get(), !shown);
        shown = true;
        long end = clock.getAsLong();
        nextRedraw = end + Math.max(interval, REDRAW_RATIO * (end - start));
    }
}
