package openweights.engine.token.text;

import java.util.function.IntPredicate;

/** Matches of single characters: digits in {@code "a12"} are found at 1 and at 2. */
final class CharacterMatches implements Finder.Matches {

    private final String text;
    private final IntPredicate kind;
    private int start;
    private int end;

    CharacterMatches(String text, IntPredicate kind) {
        this.text = text;
        this.kind = kind;
    }

    @Override
    public boolean next() {
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            start = end;
            end += Character.charCount(codePoint);
            if (kind.test(codePoint)) {
                return true;
            }
        }
        return false;
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
