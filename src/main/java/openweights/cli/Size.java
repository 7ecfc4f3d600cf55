package openweights.cli;

import java.util.Locale;

/** Bytes as people read them. */
final class Size {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Size() {}

    /** Such as {@code 1.2 MiB}. */
    static String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        String format = unit == 0 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, size, UNITS[unit]);
    }
}
