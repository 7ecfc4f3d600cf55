package openweights.runtime.session;

/**
 * The text that a terminal would show: a carriage return moves to the start of the line, a
 * backspace one column back, and the text after it overwrites.
 */
final class TerminalScreen {

    private final StringBuilder text = new StringBuilder();
    private int cursor;

    TerminalScreen write(String more) {
        for (int at = 0; at < more.length(); at++) {
            write(more.charAt(at));
        }
        return this;
    }

    private void write(char letter) {
        switch (letter) {
            case '\r' -> cursor = lineStart();
            case '\b' -> cursor = Math.max(cursor - 1, lineStart());
            case '\n' -> {
                text.append('\n');
                cursor = text.length();
            }
            default -> put(letter);
        }
    }

    private void put(char letter) {
        if (cursor < text.length()) {
            text.setCharAt(cursor, letter);
        } else {
            text.append(letter);
        }
        cursor++;
    }

    private int lineStart() {
        return text.lastIndexOf("\n") + 1;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
