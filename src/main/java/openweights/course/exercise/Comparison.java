package openweights.course.exercise;

/**
 * A comparison of two arrays of the same shape.
 *
 * @param at position of the largest difference
 * @param largest the largest difference; two equal infinities or two NaNs do not differ
 * @param magnitude the largest finite expected magnitude
 */
record Comparison(Numbers mine, Numbers expected, int at, double largest, double magnitude) {

    static Comparison of(Numbers mine, Numbers expected) {
        int at = 0;
        double largest = 0;
        double magnitude = 0;
        for (int i = 0; i < mine.values().length; i++) {
            double a = mine.values()[i];
            double b = expected.values()[i];
            double difference = difference(a, b);
            if (difference > largest) {
                largest = difference;
                at = i;
            }
            magnitude = Double.isFinite(b) ? Math.max(magnitude, Math.abs(b)) : magnitude;
        }
        return new Comparison(mine, expected, at, largest, magnitude);
    }

    private static double difference(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return 0;
        }
        double difference = Math.abs(a - b);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    boolean isExact() {
        return largest == 0;
    }

    String agreement() {
        return isExact() ? "exact" : "approximate, " + max();
    }

    /** Such as {@code max difference 1.2e-7 at [3, 1]}. */
    String max() {
        String where = isExact() || mine.shape().length == 0 ? "" : " at " + mine.place(at);
        return "max difference " + Digits.three(largest) + where;
    }

    String different() {
        if (isExact()) {
            return "";
        }
        return "DIFFERENT, "
                + max()
                + ": found "
                + Digits.six(mine.values()[at])
                + ", expected "
                + Digits.six(expected.values()[at]);
    }
}
