package openweights.course.exercise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for students to read: few digits, and the same text on every machine. */
final class Digits {

    private Digits() {}

    /** A difference, with three significant digits: {@code 0.00123}, {@code 1.2e-7}. */
    static String three(double value) {
        return rounded(value, 3);
    }

    /** A value, with up to six significant digits. */
    static String six(double value) {
        return rounded(value, 6);
    }

    private static String rounded(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal rounded =
                new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 9) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
