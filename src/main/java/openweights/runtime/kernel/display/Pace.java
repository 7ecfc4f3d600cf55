package openweights.runtime.kernel.display;

import java.util.Locale;

/** Speeds and durations in words. */
final class Pace {

    private Pace() {}

    /** Steps per second, or seconds per step where that is the handier number. */
    static String rate(double perSecond) {
        if (perSecond < 1) {
            return String.format(Locale.ROOT, "%.1f s each", 1 / perSecond);
        }
        return String.format(
                Locale.ROOT, perSecond < 10 ? "%.1f per second" : "%,.0f per second", perSecond);
    }

    /** Whole seconds; from a minute on with minutes, from an hour on without seconds. */
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
