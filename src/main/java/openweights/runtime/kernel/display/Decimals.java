package openweights.runtime.kernel.display;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A common format for a group of numbers, so that they can be compared at a glance. */
enum Decimals {
    WHOLE("%.0f"),
    ONE("%.1f"),
    TWO("%.2f"),
    THREE("%.3f"),
    FIXED("%.4f"),
    SCIENTIFIC("%.3e");

    private static final double MAX_FIXED = 1e6;
    private static final double MIN_FIXED = 1e-3;

    private final String pattern;

    Decimals(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Chooses whole numbers if possible, otherwise four decimals, otherwise scientific notation.
     */
    static Decimals of(double... values) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).map(Math::abs).toArray();
        double largest = DoubleStream.of(finite).max().orElse(0);
        double smallest = DoubleStream.of(finite).filter(v -> v > 0).min().orElse(1);
        boolean whole = DoubleStream.of(finite).allMatch(v -> v == Math.rint(v));
        if (whole && largest < 1e15) {
            return WHOLE;
        }
        boolean fits = largest < MAX_FIXED && largest >= MIN_FIXED;
        boolean alike = smallest >= 5e-5 || largest >= 0.1;
        return fits && alike ? FIXED : SCIENTIFIC;
    }

    /** The same, but without zeros at the end that all values share: 8.20 beside 117.93. */
    static Decimals shortest(double... values) {
        Decimals usual = of(values);
        return usual == FIXED
                ? Stream.of(ONE, TWO, THREE)
                        .filter(fewer -> DoubleStream.of(values).allMatch(fewer::losesNothing))
                        .findFirst()
                        .orElse(FIXED)
                : usual;
    }

    private boolean losesNothing(double value) {
        return Double.parseDouble(format(value)) == Double.parseDouble(FIXED.format(value))
                || Double.isNaN(value);
    }

    /** Formats a value; NaN, Infinity and -Infinity as in Java. */
    String format(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, pattern, value)
                : Double.toString(value);
    }
}
