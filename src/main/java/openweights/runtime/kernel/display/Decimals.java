package openweights.runtime.kernel.display;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** One way to write all numbers of a group, so that they can be compared at a glance. */
enum Decimals {
    WHOLE("%.0f"),
    FIXED("%.4f"),
    SCIENTIFIC("%.3e");

    private static final double LARGEST_FIXED = 1e6;
    private static final double SMALLEST_FIXED = 1e-3;

    private final String pattern;

    Decimals(String pattern) {
        this.pattern = pattern;
    }

    /** Whole numbers without decimals; four decimals; powers of ten where those would not do. */
    static Decimals of(double... values) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).map(Math::abs).toArray();
        double largest = DoubleStream.of(finite).max().orElse(0);
        double smallest = DoubleStream.of(finite).filter(v -> v > 0).min().orElse(1);
        boolean whole = DoubleStream.of(finite).allMatch(v -> v == Math.rint(v));
        if (whole && largest < 1e15) {
            return WHOLE;
        }
        boolean fits = largest < LARGEST_FIXED && largest >= SMALLEST_FIXED;
        boolean alike = smallest >= 5e-5 || largest >= 0.1;
        return fits && alike ? FIXED : SCIENTIFIC;
    }

    /** The value; NaN, Infinity and -Infinity by their names in Java. */
    String format(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, pattern, value)
                : Double.toString(value);
    }
}
