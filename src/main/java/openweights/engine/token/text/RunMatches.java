package openweights.engine.token.text;

import java.util.function.IntUnaryOperator;

/** Matches of runs: digits in {@code "a12b"} are found once, from 1 to 3. */
final class RunMatches implements Finder.Matches {

    private final String text;
    private final IntUnaryOperator kind;
    private int start;
    private int end;

    RunMatches(String text, IntUnaryOperator kind) {
        this.text = text;
        this.kind = kind;
    }

    @Override
    public boolean next() {
        while (end < text.length()) {
            start = end;
            int wanted = kindAt(start);
            do {
                end += Character.charCount(text.codePointAt(end));
            } while (end < text.length() && kindAt(end) == wanted);
            if (wanted != 0) {
                return true;
            }
        }
        return false;
    }

    private int kindAt(int index) {
        return kind.applyAsInt(text.codePointAt(index));
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int end() {
        return end;
    }
}
