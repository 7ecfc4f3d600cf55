package openweights.grading.report;

import java.util.Arrays;

/** Means, deviations, and correlations of a class's points. */
public final class Correlation {

    private Correlation() {}

    /** The mean; 0 of no values. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The population standard deviation. */
    public static double deviation(double[] values) {
        return Math.sqrt(covariance(values, values));
    }

    /** Pearson's correlation; NaN where one of the two is constant. */
    public static double of(double[] one, double[] other) {
        return covariance(one, other) / Math.sqrt(covariance(one, one) * covariance(other, other));
    }

    private static double covariance(double[] one, double[] other) {
        double a = mean(one);
        double b = mean(other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - a) * (other[i] - b);
        }
        return sum / one.length;
    }
}
