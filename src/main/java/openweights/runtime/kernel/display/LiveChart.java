package openweights.runtime.kernel.display;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import openweights.chart.Figure;
import openweights.chart.Illustration;

/**
 * A figure that is redrawn in place while a cell computes.
 *
 * <pre>{@code
 * try (LiveChart live = LiveChart.open()) {
 *     for (int step = 0; step < 1000; step++) {
 *         train();
 *         live.update(() -> lossFigure());
 *     }
 * }
 * }</pre>
 *
 * Most updates cost nothing, because the figure is drawn only a few times a second. The last one is
 * always drawn, when the chart is closed or the cell ends. Outside a notebook nothing is drawn.
 */
public final class LiveChart implements AutoCloseable {

    private static final long QUARTER_SECOND = 250_000_000;

    private final View<Figure> view = new FigureView();
    private final LiveOutput output;

    LiveChart(Screen screen, LongSupplier clock) {
        output = new LiveOutput(screen, clock, QUARTER_SECOND);
    }

    /** Opens a chart, which shows nothing before the first update. */
    public static LiveChart open() {
        return new LiveChart(Screen.current(), System::nanoTime);
    }

    /** Offers a new state, which is drawn if a redraw is due. */
    public void update(Illustration figure) {
        update(() -> figure);
    }

    /**
     * Offers a new state. It is computed only if a redraw is due, and once more at the end if it is
     * the last one.
     */
    public void update(Supplier<? extends Illustration> figure) {
        Supplier<Rendition> rendition = () -> view.render(figure.get().figure());
        output.offer(rendition, rendition);
    }

    /** Draws the last state. */
    @Override
    public void close() {
        output.settle();
    }
}
