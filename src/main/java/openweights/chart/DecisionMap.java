package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The output of a classifier with two inputs at every point of a plane, with data points on top.
 * Values near 0 are blue and near 1 orange; a line marks the decision boundary at 0.5.
 *
 * <pre>{@code
 * DecisionMap.of("After training").x(-1.5, 2.5).y(-1, 1.5).field((x, y) -> predict(x, y))
 *         .points("upper moon", upper).points("lower moon", lower)
 *         .alt("A curved boundary separates the two moons without an error.")
 * }</pre>
 */
public final class DecisionMap extends PlanePicture<DecisionMap> {

    private Function<double[][], double[]> field = points -> new double[points.length];
    private final List<PointClass> classes = new ArrayList<>();

    /** Points that are drawn in the same way. */
    record PointClass(String name, double[][] points) {}

    private DecisionMap(String title) {
        super(title);
    }

    public static DecisionMap of(String title) {
        return new DecisionMap(title);
    }

    /**
     * Sets the value at each point, from 0 to 1. It is evaluated at {@value PlaneGrid#POINTS}
     * points.
     */
    public DecisionMap field(PlaneFunction value) {
        return fieldOfPoints(
                points -> {
                    double[] values = new double[points.length];
                    for (int i = 0; i < points.length; i++) {
                        values[i] = value.at(points[i][0], points[i][1]);
                    }
                    return values;
                });
    }

    /** Sets the values at many points {x, y} at once, for networks that are faster on a batch. */
    public DecisionMap fieldOfPoints(Function<double[][], double[]> values) {
        field = values;
        return this;
    }

    /**
     * Adds a class of points. The first class is drawn as blue circles, the second as orange
     * diamonds.
     *
     * @param points one {x, y} per row
     */
    public DecisionMap points(String name, double[][] points) {
        Points.column(points, 0);
        classes.add(new PointClass(name, points.clone()));
        return this;
    }

    @Override
    Dimension naturalSize() {
        return new Dimension(480, 440);
    }

    @Override
    Painting painting() {
        PlaneGrid grid = PlaneGrid.sample(field, x, y);
        return new DecisionMapPainting(title, xTitle, yTitle, grid, List.copyOf(classes));
    }

    @Override
    String description() {
        double[] values = PlaneGrid.sample(field, x, y).values();
        long high = Arrays.stream(values).filter(value -> value > 0.5).count();
        return "Map over %s and %s: above 0.5 on %.0f %% of the plane. %s"
                .formatted(
                        xTitle,
                        yTitle,
                        100.0 * high / values.length,
                        classes.stream().map(this::words).collect(Collectors.joining(" ")));
    }

    private String words(PointClass points) {
        double[] values = field.apply(points.points());
        long high = Arrays.stream(values).filter(value -> value > 0.5).count();
        return "%s: %d of %d points above 0.5.".formatted(points.name(), high, values.length);
    }

    @Override
    DecisionMap self() {
        return this;
    }
}
