package openweights.runtime.kernel.display;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import openweights.chart.Figure;

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
 * Most updates cost nothing, as it draws only a few times a second. The last one is always drawn,
 * when the chart is closed or the cell ends. Outside of a notebook it draws nothing.
 */
public final class LiveChart implements AutoCloseable {

    private static final long FOUR_PER_SECOND = 250_000_000;

    private final View<Figure> view = new FigureView();
    private final LiveOutput output;

    LiveChart(Screen screen, LongSupplier clock) {
        output = new LiveOutput(screen, clock, FOUR_PER_SECOND);
    }

    /** Takes the next place in the cell's output; shows nothing before the first update. */
    public static LiveChart open() {
        return new LiveChart(Screen.current(), System::nanoTime);
    }

    /** Offers a new state, which is drawn if it is time. */
    public void update(Figure figure) {
        update(() -> figure);
    }

    /**
     * Offers a new state, which is computed only if it is time to draw, and once more at the end if
     * it was the last.
     */
    public void update(Supplier<Figure> figure) {
        Supplier<Rendition> rendition = () -> view.render(figure.get());
        output.offer(rendition, rendition);
    }

    /** Draws the last state. */
    @Override
    public void close() {
        output.settle();
    }
}
