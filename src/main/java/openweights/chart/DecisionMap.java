package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a classifier of two inputs says at each point of a plane, with points on it. Values near 0
 * are blue, near 1 orange; a line marks 0.5, where the decision changes.
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

    /** Points that are drawn alike. */
    record PointClass(String name, double[][] points) {}

    private DecisionMap(String title) {
        super(title);
    }

    public static DecisionMap of(String title) {
        return new DecisionMap(title);
    }

    /** The value at each point; 0 to 1. It is asked at {@value PlaneGrid#POINTS} points. */
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

    /** The values at many points {x, y} at once, for a network that computes a batch faster. */
    public DecisionMap fieldOfPoints(Function<double[][], double[]> values) {
        field = values;
        return this;
    }

    /**
     * A class of points to draw on the plane: the first class blue circles, the second orange
     * diamonds.
     *
     * @param points one {x, y} each
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
    DecisionMap self() {
        return this;
    }
}
