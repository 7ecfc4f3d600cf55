package openweights.chart;

/**
 * Points in one or more classes, each with its own color and marker.
 *
 * <pre>{@code
 * ScatterChart.of("Two moons").axes("x1", "x2").points("upper", upper).points("lower", lower)
 *         .alt("Two interlocking half circles of 100 points each.")
 * }</pre>
 */
public final class ScatterChart extends XyPicture<ScatterChart> {

    private ScatterChart(String title) {
        super(title);
    }

    public static ScatterChart of(String title) {
        return new ScatterChart(title);
    }

    /**
     * Adds a class of points.
     *
     * @param points one {x, y} per row
     */
    public ScatterChart points(String name, double[][] points) {
        return points(name, Points.column(points, 0), Points.column(points, 1));
    }

    /** Adds a class of points (x[i], y[i]). */
    public ScatterChart points(String name, double[] x, double[] y) {
        return series(name, x, y, Series.Style.POINTS);
    }

    @Override
    String kind() {
        return "Points";
    }

    @Override
    ScatterChart self() {
        return this;
    }
}
