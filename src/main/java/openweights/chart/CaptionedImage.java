package openweights.chart;

import java.util.Arrays;

/** One image of an {@link ImageGrid}: its pixels, row by row, and what stands below it. */
record CaptionedImage(String caption, double[][] values) {

    /** The largest absolute value. */
    double largest() {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
