package openweights.chart;

import java.awt.Dimension;
import java.util.Arrays;

/**
 * The height of a landscape over a plane, such as the loss for every pair of weights, and a path
 * through it. The lower, the lighter.
 *
 * <pre>{@code
 * Landscape.of("Loss").axes("weight", "bias").x(0, 4).y(-1, 5).height((w, b) -> loss(w, b))
 *         .path(weights, biases)
 *         .alt("A narrow valley. The path drops into it and creeps along its floor.")
 * }</pre>
 */
public final class Landscape extends PlanePicture<Landscape> {

    private PlaneFunction height = (right, up) -> 0;
    private double[][] path = new double[2][0];

    private Landscape(String title) {
        super(title);
    }

    public static Landscape of(String title) {
        return new Landscape(title);
    }

    /** The height at each point. */
    public Landscape height(PlaneFunction value) {
        height = value;
        return this;
    }

    /**
     * A way through the landscape: where it is after each step. A ring marks the start, a dot the
     * end.
     */
    public Landscape path(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(
                    "A path with %d x and %d y values. Give one of each for every step."
                            .formatted(xs.length, ys.length));
        }
        path = new double[][] {xs.clone(), ys.clone()};
        return this;
    }

    @Override
    Dimension naturalSize() {
        return new Dimension(520, 440);
    }

    @Override
    Painting painting() {
        PlaneGrid grid =
                PlaneGrid.sample(
                        points ->
                                Arrays.stream(points)
                                        .mapToDouble(point -> height.at(point[0], point[1]))
                                        .toArray(),
                        x,
                        y);
        return new LandscapePainting(title, xTitle, yTitle, grid, path);
    }

    @Override
    Landscape self() {
        return this;
    }
}
