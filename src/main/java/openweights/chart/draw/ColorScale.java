package openweights.chart.draw;

import java.awt.Color;

/**
 * A mapping from values to colors.
 *
 * @param from the value of the first color, which smaller values get too
 * @param to the value of the last color, which larger values get too
 * @param stops evenly spaced colors
 */
public record ColorScale(double from, double to, int... stops) {

    private static final Color NOT_A_NUMBER = new Color(0xd1d5db);

    /** Negative blue, zero white, positive orange. */
    public static ColorScale diverging(double limit) {
        return new ColorScale(
                -limit, limit, 0x08306b, 0x2171b5, 0x9ecae1, 0xffffff, 0xfdbe85, 0xd95f0e,
                0x7f2704);
    }

    /** From white to dark blue. */
    public static ColorScale sequential(double from, double to) {
        return new ColorScale(from, to, 0xffffff, 0xc6dbef, 0x6baed6, 0x2171b5, 0x08306b);
    }

    public Color color(double value) {
        if (Double.isNaN(value)) {
            return NOT_A_NUMBER;
        }
        double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
        double position = share * (stops.length - 1);
        int left = Math.min((int) position, stops.length - 2);
        return blend(stops[left], stops[left + 1], position - left);
    }

    /** Dark or white, whichever is more readable on this value's color. */
    public Color inkOn(double value) {
        Color color = color(value);
        double light = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
        return light < 140 ? Color.WHITE : Theme.INK;
    }

    private static Color blend(int a, int b, double share) {
        return new Color(
                channel(a >> 16, b >> 16, share),
                channel(a >> 8, b >> 8, share),
                channel(a, b, share));
    }

    private static int channel(int a, int b, double share) {
        return (int) Math.round((a & 0xff) * (1 - share) + (b & 0xff) * share);
    }
}
