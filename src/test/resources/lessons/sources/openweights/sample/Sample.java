package openweights.sample;

final class Sample {

    // @start region="square"
    static double square(double x) {
        return x * x;
    }
    // @end

    // @start region="fence"
    /** Shows ``` in a comment. */
    static final int FENCE = 3;
    // @end
}
