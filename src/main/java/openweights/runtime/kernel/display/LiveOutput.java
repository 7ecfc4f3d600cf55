package openweights.runtime.kernel.display;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One output that is redrawn in place: often enough for the eye, seldom enough not to slow down the
 * work that it shows.
 */
final class LiveOutput {

    /** A redraw may take at most this share of the time: one part in four. */
    private static final int REDRAW_RATIO = 3;

    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<LiveOutput> UNSETTLED = new LinkedHashSet<>();

    private final String id = "openweights-" + COUNT.incrementAndGet();
    private final Screen screen;
    private final LongSupplier clock;
    private final long interval;
    private boolean shown;
    private long nextDrawing;
    private @Nullable Supplier<Rendition> settled;

    /**
     * @param clock nanoseconds
     * @param interval least nanoseconds between two drawings
     */
    LiveOutput(Screen screen, LongSupplier clock, long interval) {
        this.screen = screen;
        this.clock = clock;
        this.interval = interval;
        nextDrawing = clock.getAsLong();
    }

    /**
     * Draws if it is time.
     *
     * @param now what to draw now
     * @param end what to draw at the end, should no other offer follow; nothing measured
     */
    void offer(Supplier<Rendition> now, Supplier<Rendition> end) {
        settled = end;
        synchronized (UNSETTLED) {
            UNSETTLED.add(this);
        }
        if (clock.getAsLong() - nextDrawing >= 0) {
            draw(now);
        }
    }

    /** Draws the last state, unless that was done. Offers may still follow. */
    void settle() {
        boolean unsettled;
        synchronized (UNSETTLED) {
            unsettled = UNSETTLED.remove(this);
        }
        if (unsettled && settled != null) {
            draw(settled);
        }
    }

    /** Settles all outputs whose loop was left early: by a break, a failure, an interruption. */
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
        nextDrawing = end + Math.max(interval, REDRAW_RATIO * (end - start));
    }
}
