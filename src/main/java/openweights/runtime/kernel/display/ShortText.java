package openweights.runtime.kernel.display;

/** Long text, cut so that a table stays readable. */
final class ShortText {

    private static final int LIMIT = 80;

    private ShortText() {}

    static String of(String text) {
        String line = text.replace("\r", "").replace("\n", "⏎");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT - 1) + Grid.GAP;
    }
}
