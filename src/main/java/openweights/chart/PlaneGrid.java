package openweights.chart;

import java.awt.geom.Path2D;
import java.util.function.Function;
import java.util.stream.IntStream;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Numbers;

/**
 * Values at the points of a square grid over a plane, with linear interpolation between them.
 *
 * @param values row by row from the lower left corner
 */
record PlaneGrid(Axis x, Axis y, double[] values) {

    private static final int SIDE = 71;

    /** The number of sampled points. */
    static final int POINTS = SIDE * SIDE;

    static PlaneGrid sample(Function<double[][], double[]> field, Axis x, Axis y) {
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            double across = (i % SIDE) / (SIDE - 1.0);
            int row = i / SIDE;
            double up = row / (SIDE - 1.0);
            points[i] = new double[] {x.value(across), y.value(up)};
        }
        double[] values = field.apply(points);
        if (values.length != POINTS) {
            throw new IllegalArgumentException(
                    "The field returned %s values for %s points. Return one value per point."
                            .formatted(values.length, POINTS));
        }
        return new PlaneGrid(x, y, values);
    }

    /** The interpolated value at a position; both coordinates run from 0 to 1. */
    double at(double across, double up) {
        double column = across * (SIDE - 1);
        double row = up * (SIDE - 1);
        int j = Math.min((int) column, SIDE - 2);
        int i = Math.min((int) row, SIDE - 2);
        double low = mix(value(i, j), value(i, j + 1), column - j);
        double high = mix(value(i + 1, j), value(i + 1, j + 1), column - j);
        return mix(low, high, row - i);
    }

    /** The contour line of a level, in coordinates from 0 to 1. */
    Path2D contour(double level) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < SIDE - 1; i++) {
            for (int j = 0; j < SIDE - 1; j++) {
                crossTriangle(line, level, i, j, i, j + 1, i + 1, j + 1);
                crossTriangle(line, level, i, j, i + 1, j, i + 1, j + 1);
            }
        }
        return line;
    }

    /** Adds the contour line in a triangle, where it is straight from one edge to another. */
    private void crossTriangle(
            Path2D line, double level, int ai, int aj, int bi, int bj, int ci, int cj) {
        int[][] edges = {{ai, aj, bi, bj}, {bi, bj, ci, cj}, {ai, aj, ci, cj}};
        boolean begun = false;
        for (int[] edge : edges) {
            double start = value(edge[0], edge[1]);
            double end = value(edge[2], edge[3]);
            if (start < level == end < level) {
                continue;
            }
            double share = (level - start) / (end - start);
            double across = mix(edge[1], edge[3], share) / (SIDE - 1);
            double up = mix(edge[0], edge[2], share) / (SIDE - 1);
            if (begun) {
                line.lineTo(across, up);
            } else {
                line.moveTo(across, up);
                begun = true;
            }
        }
    }

    /** The place of the largest sampled value, or of the smallest if the sign is -1: (x, y). */
    String extreme(int sign) {
        int at =
                IntStream.range(0, POINTS)
                        .filter(i -> Double.isFinite(values[i]))
                        .reduce((a, b) -> sign * values[b] > sign * values[a] ? b : a)
                        .orElse(0);
        int row = at / SIDE;
        return "(%s, %s)"
                .formatted(
                        Numbers.brief(x.value((at % SIDE) / (SIDE - 1.0))),
                        Numbers.brief(y.value(row / (SIDE - 1.0))));
    }

    private double value(int row, int column) {
        return values[row * SIDE + column];
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
