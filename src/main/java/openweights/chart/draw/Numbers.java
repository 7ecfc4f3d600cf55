package openweights.chart.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Formats numbers for charts. */
public final class Numbers {

    private Numbers() {}

    /** A fixed number of decimals with a typographic minus sign, and never "-0.00". */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value < 0 && !zero ? "−" + text : text;
    }

    /**
     * At most four significant digits, as on an axis; very large and very small values with an
     * exponent.
     */
    public static String brief(double value) {
        double size = Math.abs(value);
        if (size < 1e-12 || !Double.isFinite(value)) {
            return fixed(value, 0);
        }
        BigDecimal rounded = new BigDecimal(size).round(new MathContext(4)).stripTrailingZeros();
        boolean plain = size >= 1e-4 && size < 1e9;
        String text =
                plain
                        ? String.format(
                                Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
                        : scientific(rounded);
        return value < 0 ? "−" + text : text;
    }

    private static String scientific(BigDecimal rounded) {
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString()
                + "e"
                + exponent;
    }
}
