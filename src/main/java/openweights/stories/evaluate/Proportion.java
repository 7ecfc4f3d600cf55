package openweights.stories.evaluate;

/**
 * A number of hits out of a number of trials.
 *
 * <p>The confidence interval is Wilson's, which is valid near 0 and 1 too (E. B. Wilson, "Probable
 * inference, the law of succession, and statistical inference", 1927).
 */
public record Proportion(int hits, int of) {

    /** 95 % of a normal distribution are within so many standard deviations of its mean. */
    static final double Z = 1.959964;

    /** The share of hits; NaN if there were no trials. */
    public double share() {
        return (double) hits / of;
    }

    /** The lower end of the 95 % interval. */
    public double low() {
        return center() - halfWidth();
    }

    /** The upper end of the 95 % interval. */
    public double high() {
        return center() + halfWidth();
    }

    private double center() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double variance = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }
}
