package openweights.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lines over a numeric axis.
 *
 * <pre>{@code
 * LineChart.of("Loss while training").axes("step", "loss")
 *         .line("training", trainLoss).line("test", testLoss).logY()
 *         .alt("Both losses fall for 300 steps; then only the training loss goes on falling.")
 * }</pre>
 */
public final class LineChart extends XyPicture<LineChart> {

    /** Up to this many points are marked on the line. */
    private static final int MAX_MARKED = 16;

    private LineChart(String title) {
        super(title);
    }

    public static LineChart of(String title) {
        return new LineChart(title);
    }

    /** A line through y[0], y[1], … at x = 0, 1, … */
    public LineChart line(String name, double... y) {
        return line(name, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
    }

    /** A line through y[0], y[1], … at x = 0, 1, … */
    public LineChart line(String name, int[] y) {
        return line(name, Values.of(y));
    }

    /** A line through y[0], y[1], … at x = 0, 1, … */
    public LineChart line(String name, float[] y) {
        return line(name, Values.of(y));
    }

    /** A line through y[0], y[1], … at x = 0, 1, …: of a list, or of a column of a table. */
    public LineChart line(String name, Iterable<? extends Number> y) {
        return line(name, Values.of(y));
    }

    /** A line through y[0], y[1], … at x = 0, 1, …: of a vector. */
    public LineChart line(String name, INDArray y) {
        return line(name, Values.of(y));
    }

    /** A line through the points (x[i], y[i]). Values that are not finite leave a gap. */
    public LineChart line(String name, double[] x, double[] y) {
        return series(
                name, x, y, x.length <= MAX_MARKED ? Series.Style.MARKED_LINE : Series.Style.LINE);
    }

    /**
     * A line with a band around it, such as a mean over several seeds and the range of the seeds.
     *
     * @param low the lower edge of the band, one finite value for each x
     * @param high the upper edge, likewise
     */
    public LineChart line(String name, double[] x, double[] y, double[] low, double[] high) {
        requireFinite(name, x, low);
        requireFinite(name, x, high);
        double[][] band = {low.clone(), high.clone()};
        return series(new Series(name, x.clone(), y.clone(), Series.Style.LINE, band));
    }

    private static void requireFinite(String name, double[] x, double[] edge) {
        if (edge.length != x.length || !Arrays.stream(edge).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "Series \"%s\": the edge of its band has %d values for %d x values, or one that is not finite. Give one finite value for each x."
                            .formatted(name, edge.length, x.length));
        }
    }

    /** Points without a line, for comparison with one. */
    public LineChart points(String name, double[] x, double[] y) {
        return series(name, x, y, Series.Style.POINTS);
    }

    @Override
    String kind() {
        return "Line chart";
    }

    @Override
    LineChart self() {
        return this;
    }
}
