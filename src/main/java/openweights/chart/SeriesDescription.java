package openweights.chart;

import java.util.stream.IntStream;
import openweights.chart.Series.Style;

/**
 * A series in words: where a line begins and ends, and its extremes; where a cloud of points lies.
 */
final class SeriesDescription {

    private final Series series;
    private final int[] drawn;

    private SeriesDescription(Series series) {
        this.series = series;
        this.drawn =
                IntStream.range(0, series.y().length)
                        .filter(i -> Double.isFinite(series.x()[i]))
                        .filter(i -> Double.isFinite(series.y()[i]))
                        .toArray();
    }

    static String of(Series series) {
        SeriesDescription description = new SeriesDescription(series);
        return series.name()
                + ": "
                + (series.style() == Style.POINTS ? description.points() : description.line())
                + description.band()
                + ".";
    }

    private String line() {
        if (drawn.length == 1) {
            return at(drawn[0]);
        }
        int first = drawn[0];
        int last = drawn[drawn.length - 1];
        String ends = "from " + at(first) + " to " + at(last);
        if (isMonotonic(1)) {
            return "rises " + ends;
        }
        if (isMonotonic(-1)) {
            return "falls " + ends;
        }
        return ends + "; lowest " + at(extreme(-1)) + ", highest " + at(extreme(1));
    }

    private String band() {
        double[][] band = series.band();
        if (band == null) {
            return "";
        }
        int last = series.x().length - 1;
        return ", in a band from %s to %s at its end"
                .formatted(Numbers.brief(band[0][last]), Numbers.brief(band[1][last]));
    }

    private String points() {
        if (drawn.length == 1) {
            return "one point, " + at(drawn[0]);
        }
        return "%d points, x from %s to %s, y from %s to %s"
                .formatted(
                        drawn.length,
                        Numbers.brief(limit(series.x(), -1)),
                        Numbers.brief(limit(series.x(), 1)),
                        Numbers.brief(limit(series.y(), -1)),
                        Numbers.brief(limit(series.y(), 1)));
    }

    private boolean isMonotonic(int sign) {
        return IntStream.range(1, drawn.length)
                .allMatch(i -> sign * (series.y()[drawn[i]] - series.y()[drawn[i - 1]]) > 0);
    }

    /** The first place of the largest value, or of the smallest if the sign is -1. */
    private int extreme(int sign) {
        return IntStream.of(drawn)
                .reduce((a, b) -> sign * series.y()[b] > sign * series.y()[a] ? b : a)
                .orElseThrow();
    }

    private double limit(double[] values, int sign) {
        return sign * IntStream.of(drawn).mapToDouble(i -> sign * values[i]).max().orElseThrow();
    }

    private String at(int i) {
        return Numbers.brief(series.y()[i]) + " at " + Numbers.brief(series.x()[i]);
    }
}
