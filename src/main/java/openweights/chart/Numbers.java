package openweights.chart;

import java.util.Locale;

/** Numbers as charts write them. */
final class Numbers {

    private Numbers() {}

    /** A fixed number of decimals with a true minus sign, and never "-0.00". */
    static String fixed(double value, int decimals) {
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

    /** As few decimals as the value needs, at most four. */
    static String brief(double value) {
        String text = fixed(value, 4);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
