package openweights.runtime.kernel.display;

import java.util.Locale;

/** Rates and durations as text. */
final class Pace {

    private Pace() {}

    /** Steps per second, or seconds per step if there are fewer than one per second. */
    static String rate(double perSecond) {
        if (perSecond < 1) {
            return String.format(Locale.ROOT, "%.1f s each", 1 / perSecond);
        }
        return String.format(
                Locale.ROOT, perSecond < 10 ? "%.1f per second" : "%,.0f per second", perSecond);
    }

    /** A duration in seconds, in minutes and seconds, or in hours and minutes. */
    static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = whole / 60;
        return minutes < 60
                ? minutes + " min " + whole % 60 + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
