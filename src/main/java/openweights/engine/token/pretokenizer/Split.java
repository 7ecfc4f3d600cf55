package openweights.engine.token.pretokenizer;

import java.util.function.Consumer;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.Patterns;
import openweights.engine.token.text.Behavior;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Text;

/**
 * Splits at each match of a pattern: at {@code \s+}, isolated: {@code "a b" -> a | ␣␣ | b}. Several
 * simple pre-tokenizers are a Split with a fixed pattern.
 *
 * @param invert swap the roles of the matches and the text between them
 */
public record Split(Finder pattern, Behavior behavior, boolean invert) implements PreTokenizer {

    static Split read(Part part) {
        return new Split(
                Patterns.read(part.child("pattern")),
                behavior(part.child("behavior")),
                part.flag("invert", false));
    }

    /** {@code "a12b" -> a | 12 | b}, or with individual digits {@code a | 1 | 2 | b}. */
    static Split digits(Part part) {
        return part.flag("individual_digits", false)
                ? new Split(Finder.ofCharacters(Kind::isNumber), Behavior.ISOLATED, false)
                : new Split(Finder.ofRuns(c -> Kind.isNumber(c) ? 1 : 0), Behavior.ISOLATED, false);
    }

    /** {@code "a,b" -> a | , | b}. */
    static Split punctuation(Part part) {
        Behavior behavior = part.find("behavior").map(Split::behavior).orElse(Behavior.ISOLATED);
        return new Split(Finder.ofCharacters(Kind::isPunctuation), behavior, false);
    }

    /** Words and runs of signs: {@code "a b?!" -> a | b | ?!}. */
    static Split whitespace(Part part) {
        return new Split(
                Finder.ofRuns(c -> Kind.isWord(c) ? 1 : Kind.isSpace(c) ? 0 : 2),
                Behavior.REMOVED,
                true);
    }

    /** {@code "a b?!" -> a | b?!}. */
    static Split whitespaceSplit(Part part) {
        return new Split(Finder.ofCharacters(Kind::isSpace), Behavior.REMOVED, false);
    }

    /** At a delimiter, which is dropped; {@code -}: {@code "a-b" -> a | b}. */
    static Split delimiter(Part part) {
        int delimiter = part.codePoint("delimiter");
        return new Split(Finder.ofCharacters(c -> c == delimiter), Behavior.REMOVED, false);
    }

    private static Behavior behavior(Part part) {
        Behavior behavior = Behavior.NAMES.get(part.text());
        if (behavior == null) {
            throw part.expected("one of " + String.join(", ", Behavior.NAMES.keySet()));
        }
        return behavior;
    }

    @Override
    public void split(Text text, Consumer<Text> out) {
        behavior.cut(text, pattern, invert, out);
    }
}
