package openweights.chart;

import java.util.Arrays;

/** Points in the plane as rows of two numbers. */
final class Points {

    private Points() {}

    /** Coordinate 0 or 1 of each point. */
    static double[] column(double[][] points, int coordinate) {
        return Arrays.stream(points).mapToDouble(point -> coordinate(point, coordinate)).toArray();
    }

    private static double coordinate(double[] point, int coordinate) {
        if (point.length != 2) {
            throw new IllegalArgumentException(
                    "A point in the plane has 2 coordinates, but this one has %s: %s."
                            .formatted(point.length, Arrays.toString(point)));
        }
        return point[coordinate];
    }
}
