package openweights.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/**
 * Bars over named categories, one group of bars for each category.
 *
 * <pre>{@code
 * BarChart.of("Where the weights are").axes("layer", "weights").categories("embedding", "attention")
 *         .bars("GPT-2", 38.6, 28.3).alt("…")
 * }</pre>
 */
public final class BarChart extends Picture<BarChart> {

    private final List<Consumer<CategoryChart>> steps = new ArrayList<>();
    private List<String> categories = List.of();

    private BarChart(String title) {
        super(title);
    }

    public static BarChart of(String title) {
        return new BarChart(title);
    }

    /** The axes' titles. */
    public BarChart axes(String x, String y) {
        steps.add(
                chart -> {
                    chart.setXAxisTitle(x);
                    chart.setYAxisTitle(y);
                });
        return this;
    }

    /** Limits of the vertical axis, so that two pictures can be compared. */
    public BarChart yRange(double from, double to) {
        steps.add(chart -> chart.getStyler().setYAxisMin(from).setYAxisMax(to));
        return this;
    }

    /** Names along the horizontal axis; to be given before the bars. */
    public BarChart categories(String... names) {
        categories = List.of(names);
        return this;
    }

    /** Names along the horizontal axis; to be given before the bars. */
    public BarChart categories(List<String> names) {
        categories = List.copyOf(names);
        return this;
    }

    /** A series of bars, one value for each category. */
    public BarChart bars(String name, double... values) {
        if (values.length != categories.size()) {
            throw new IllegalArgumentException(
                    "Bars \"%s\": %d values for %d categories. Call categories(…) first, and give one value for each."
                            .formatted(name, values.length, categories.size()));
        }
        List<String> names = categories;
        List<Double> heights = java.util.Arrays.stream(values).boxed().toList();
        steps.add(chart -> addBars(chart, chart.addSeries(name, names, heights)));
        return this;
    }

    /** Writes each bar's value on it. */
    public BarChart showValues() {
        steps.add(chart -> chart.getStyler().setLabelsVisible(true).setLabelsPosition(1));
        return this;
    }

    private static void addBars(CategoryChart chart, CategorySeries series) {
        series.setFillColor(Theme.colour(chart.getSeriesMap().size() - 1));
    }

    @Override
    Painting painting() {
        CategoryChart chart = new CategoryChart(640, 400);
        Theme.apply(chart.getStyler());
        chart.getStyler()
                .setAvailableSpaceFill(0.7)
                .setLabelsFont(Typeface.regular(Theme.TEXT_SIZE))
                .setLabelsFontColorAutomaticEnabled(false)
                .setLabelsFontColor(Theme.INK)
                .setPlotGridVerticalLinesVisible(false);
        chart.setTitle(title);
        chart.getStyler().setChartTitleVisible(!title.isEmpty());
        steps.forEach(step -> step.accept(chart));
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1);
        return chart::paint;
    }

    @Override
    BarChart self() {
        return this;
    }
}
