package openweights.engine.token.text;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Finds the places where a pattern matches a text, one after another. */
public interface Finder {

    /** Starts at the beginning of a text. */
    Matches in(String text);

    /** An iteration over the matches, which never overlap. */
    interface Matches {
        /** Moves to the next match; false when there is none. */
        boolean next();

        int start();

        int end();
    }

    /** Finds a literal string. */
    static Finder ofString(String wanted) {
        return wanted.isEmpty() ? Regex.compile("") : text -> new StringMatches(text, wanted);
    }

    /** Finds single characters of a kind; each one is a match. */
    static Finder ofCharacters(IntPredicate kind) {
        return text -> new CharacterMatches(text, kind);
    }

    /** Finds runs of characters of the same kind; each run is one match. Kind 0 does not match. */
    static Finder ofRuns(IntUnaryOperator kind) {
        return text -> new RunMatches(text, kind);
    }
}
