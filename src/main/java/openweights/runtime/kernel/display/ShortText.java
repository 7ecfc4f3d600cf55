package openweights.runtime.kernel.display;

/** Text truncated for a table cell. */
final class ShortText {

    private static final int LIMIT = 80;

    private ShortText() {}

    static String of(String text) {
        String line = text.replace("\r", "").replace("\n", "⏎");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT - 1) + Grid.GAP;
    }
}
