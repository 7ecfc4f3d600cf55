package openweights.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.draw.Numbers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How many values fall into bins of equal width; several sets of values share the bins.
 *
 * <pre>{@code
 * HistogramChart.of("Weights of layer 1").axes("weight", "count").bins(-2, 2, 40)
 *         .values("before", start).values("after", trained)
 *         .alt("Before training all weights lie within 0.5 of zero; after it they reach from -2 to 2.")
 * }</pre>
 */
public final class HistogramChart extends XyPicture<HistogramChart> {

    private double from = Double.NaN;
    private double to = Double.NaN;
    private int bins = 30;
    private final List<String> sets = new ArrayList<>();

    private HistogramChart(String title) {
        super(title);
    }

    public static HistogramChart of(String title) {
        return new HistogramChart(title);
    }

    /**
     * Sets the bins; values outside their limits are not counted. Must be set before the values. By
     * default 30 bins span the first set of values.
     */
    public HistogramChart bins(double lowest, double highest, int count) {
        if (!(lowest < highest) || count < 1) {
            throw new IllegalArgumentException(
                    "%s bins cannot go from %s to %s. Give a lower limit, a higher one, and at least one bin."
                            .formatted(count, lowest, highest));
        }
        from = lowest;
        to = highest;
        bins = count;
        return this;
    }

    /** Adds a set of values. Values that are not finite are not counted. */
    public HistogramChart values(String name, double... values) {
        if (Double.isNaN(from)) {
            spanBins(name, values);
        }
        double[] counts = count(values);
        series(name, outlineX(), outlineY(counts), Series.Style.AREA);
        sets.add(words(name, values, counts, outlineX()));
        return this;
    }

    /** Counts the numbers. */
    public HistogramChart values(String name, int[] values) {
        return values(name, Values.of(values));
    }

    /** Counts the numbers: of a list, or of a column of a table. */
    public HistogramChart values(String name, Iterable<? extends Number> values) {
        return values(name, Values.of(values));
    }

    /** Counts the numbers: of a vector. */
    public HistogramChart values(String name, INDArray values) {
        return values(name, Values.of(values));
    }

    /** Adds a set of values, such as those of a tensor. */
    public HistogramChart values(String name, float... values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return values(name, wide);
    }

    private void spanBins(String name, double[] values) {
        var range = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) {
            throw new IllegalArgumentException(
                    "Values \"%s\": none of the %s values is finite, so there is nothing to count."
                            .formatted(name, values.length));
        }
        double margin = range.getMax() > range.getMin() ? 0 : 0.5;
        bins(range.getMin() - margin, range.getMax() + margin, bins);
    }

    private double[] count(double[] values) {
        double[] counts = new double[bins];
        for (double value : values) {
            if (value >= from && value <= to) {
                int bin = (int) ((value - from) / (to - from) * bins);
                counts[Math.min(bin, bins - 1)]++;
            }
        }
        return counts;
    }

    /** Contains each edge twice, because the outline moves vertically there. */
    private double[] outlineX() {
        double[] x = new double[2 * bins + 2];
        for (int i = 0; i < x.length; i++) {
            int edge = i / 2;
            x[i] = from + (to - from) * edge / bins;
        }
        return x;
    }

    private double[] outlineY(double[] counts) {
        double[] y = new double[2 * bins + 2];
        for (int i = 1; i <= 2 * bins; i++) {
            y[i] = counts[(i - 1) / 2];
        }
        return y;
    }

    @Override
    String kind() {
        return "Histogram";
    }

    @Override
    String description() {
        return kind() + axes() + String.join(" ", sets);
    }

    /** One set of values in words. */
    private static String words(String name, double[] values, double[] counts, double[] edges) {
        var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        int fullest =
                IntStream.range(0, counts.length)
                        .reduce((a, b) -> counts[b] > counts[a] ? b : a)
                        .orElse(0);
        return "%s: %,d values from %s to %s, mean %s; most, %,.0f, between %s and %s."
                .formatted(
                        name,
                        finite.getCount(),
                        Numbers.brief(finite.getMin()),
                        Numbers.brief(finite.getMax()),
                        Numbers.brief(finite.getAverage()),
                        counts[fullest],
                        Numbers.brief(edges[2 * fullest]),
                        Numbers.brief(edges[2 * fullest + 2]));
    }

    @Override
    HistogramChart self() {
        return this;
    }
}
