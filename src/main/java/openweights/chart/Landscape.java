package openweights.chart;

import java.awt.Dimension;
import java.util.Arrays;

/**
 * A landscape over a plane, such as the loss for every pair of weights, and a path through it.
 * Lower points are lighter.
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

    /** Sets the height at each point. */
    public Landscape height(PlaneFunction value) {
        height = value;
        return this;
    }

    /** Sets a path by its position after each step. A ring marks its start, a dot its end. */
    public Landscape path(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(
                    "A path cannot have %s x and %s y values. Give one of each per step."
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
        return new LandscapePainting(title, xTitle, yTitle, grid(), path);
    }

    private PlaneGrid grid() {
        return PlaneGrid.sample(
                points ->
                        Arrays.stream(points)
                                .mapToDouble(point -> height.at(point[0], point[1]))
                                .toArray(),
                x,
                y);
    }

    @Override
    String description() {
        int steps = path[0].length - 1;
        String walk =
                steps < 0
                        ? ""
                        : " The path of %,d steps begins at %s and ends at %s."
                                .formatted(steps, place(0), place(steps));
        return "Landscape over %s and %s; lowest at %s, highest at %s.%s"
                .formatted(xTitle, yTitle, grid().extreme(-1), grid().extreme(1), walk);
    }

    private String place(int step) {
        return "(%s, %s)".formatted(Numbers.brief(path[0][step]), Numbers.brief(path[1][step]));
    }

    @Override
    Landscape self() {
        return this;
    }
}
