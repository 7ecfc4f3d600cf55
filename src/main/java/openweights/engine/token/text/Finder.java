package openweights.engine.token.text;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Finds, one after the other, the places in a text that a pattern matches. */
public interface Finder {

    /** Starts to look from the beginning of a text. */
    Matches in(String text);

    /** A walk over the matches, which never overlap. */
    interface Matches {
        /** Moves to the next match; false when there is none. */
        boolean next();

        int start();

        int end();
    }

    /** Finds a string as it stands. */
    static Finder ofString(String wanted) {
        return wanted.isEmpty() ? Regex.compile("") : text -> new StringMatches(text, wanted);
    }

    /** Finds single characters of a kind, each one a match. */
    static Finder ofCharacters(IntPredicate kind) {
        return text -> new CharacterMatches(text, kind);
    }

    /** Finds runs of characters of the same kind, each run one match; kind 0 does not match. */
    static Finder ofRuns(IntUnaryOperator kind) {
        return text -> new RunMatches(text, kind);
    }
}
