package openweights.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Numbers;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Vertical bars in named categories, one group of bars per category.
 *
 * <pre>{@code
 * BarChart.of("Where the weights are").axes("part", "%").categories("embedding", "attention")
 *         .bars("GPT-2", 31.6, 22.8).bars("Mistral 7B", 3.6, 18.5).showValues().alt("…")
 * }</pre>
 */
public final class BarChart extends Picture<BarChart> {

    private final List<Bars> series = new ArrayList<>();
    private List<String> categories = List.of();
    private String xTitle = "";
    private String yTitle = "";
    private @Nullable Axis range;
    private boolean values;

    /** A series of bars, one per category. */
    record Bars(String name, double[] heights) {}

    private BarChart(String title) {
        super(title);
    }

    public static BarChart of(String title) {
        return new BarChart(title);
    }

    /** The titles of the axes. */
    public BarChart axes(String x, String y) {
        xTitle = x;
        yTitle = y;
        return this;
    }

    /** Sets the limits of the vertical axis, so that charts can be compared. */
    public BarChart yRange(double from, double to) {
        range = new Axis(from, to);
        return this;
    }

    /** The categories along the horizontal axis; must be set before the bars. */
    public BarChart categories(String... names) {
        categories = List.of(names);
        return this;
    }

    /** The categories along the horizontal axis; must be set before the bars. */
    public BarChart categories(List<String> names) {
        categories = List.copyOf(names);
        return this;
    }

    /** Adds a series of bars, one value per category. A value that is not finite has no bar. */
    public BarChart bars(String name, double... heights) {
        if (heights.length != categories.size()) {
            throw new IllegalArgumentException(
                    "Bars \"%s\" have %s values for %s categories. Call categories(…) first, and give one value per category."
                            .formatted(name, heights.length, categories.size()));
        }
        series.add(new Bars(name, heights.clone()));
        return this;
    }

    /** One bar for each number. */
    public BarChart bars(String name, int[] heights) {
        return bars(name, Values.of(heights));
    }

    /** One bar for each number. */
    public BarChart bars(String name, float[] heights) {
        return bars(name, Values.of(heights));
    }

    /** One bar for each number: of a list, or of a column of a table. */
    public BarChart bars(String name, Iterable<? extends Number> heights) {
        return bars(name, Values.of(heights));
    }

    /** One bar for each number: of a vector. */
    public BarChart bars(String name, INDArray heights) {
        return bars(name, Values.of(heights));
    }

    /** Shows each bar's value at its end. */
    public BarChart showValues() {
        values = true;
        return this;
    }

    @Override
    Painting painting() {
        if (series.isEmpty()) {
            throw new IllegalStateException("There are no bars. Call bars(name, values) first.");
        }
        return new BarPainting(
                title, xTitle, yTitle, categories, List.copyOf(series), chooseRange(), values);
    }

    /** From zero to a little beyond the longest bar. */
    private Axis chooseRange() {
        if (range != null) {
            return range;
        }
        double lowest = 0;
        double highest = 0;
        for (Bars bars : series) {
            for (double height : bars.heights) {
                lowest = Double.isFinite(height) ? Math.min(lowest, height) : lowest;
                highest = Double.isFinite(height) ? Math.max(highest, height) : highest;
            }
        }
        double room = lowest == highest ? 1 : (highest - lowest) * 0.08;
        return new Axis(
                lowest < 0 ? lowest - room : 0, highest > 0 || lowest == 0 ? highest + room : 0);
    }

    @Override
    String description() {
        String of = yTitle.isEmpty() ? "" : " of " + yTitle;
        String by = xTitle.isEmpty() ? "" : " by " + xTitle;
        return "Bars%s%s. %s"
                .formatted(
                        of, by, series.stream().map(this::words).collect(Collectors.joining(" ")));
    }

    private String words(Bars bars) {
        return bars.name()
                + ": "
                + IntStream.range(0, categories.size())
                        .mapToObj(i -> categories.get(i) + " " + Numbers.brief(bars.heights[i]))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    @Override
    BarChart self() {
        return this;
    }
}
