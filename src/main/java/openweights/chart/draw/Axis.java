package openweights.chart.draw;

import java.util.stream.DoubleStream;

/** A linear axis from one value to another. */
public record Axis(double from, double to) {

    public Axis {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException(
                    "An axis cannot go from %s to %s. Give the lower limit first, then the higher one."
                            .formatted(from, to));
        }
    }

    /** The position of a value along the axis, from 0 at the start to 1 at the end. */
    public double share(double value) {
        return (value - from) / (to - from);
    }

    /** The value at a position; the inverse of {@link #share}. */
    public double value(double share) {
        return from + share * (to - from);
    }

    /** About five round values along the axis. */
    public double[] ticks() {
        double step = roundStep((to - from) / 5);
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        return DoubleStream.iterate((double) first, i -> i + 1)
                .limit(last - first + 1)
                .map(i -> i * step)
                .toArray();
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is not below the minimum. */
    private static double roundStep(double min) {
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= min * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
