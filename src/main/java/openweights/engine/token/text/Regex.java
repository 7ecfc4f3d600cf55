package openweights.engine.token.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a tokenizer file, with the meaning that it has in Oniguruma, on every
 * JDK. It is compiled once in plain form and, when a text contains characters younger than this
 * JDK's Unicode tables, once more with those characters written out.
 *
 * <p>Not supported on purpose: subexpression calls, absent operators, {@code \K}, {@code \G},
 * {@code \X}, and case-insensitive matches of one character with several (ß with ss).
 */
public final class Regex implements Finder {

    private final String source;
    private final Pattern plain;
    private volatile @Nullable Pattern complete;

    private Regex(String source) {
        this.source = source;
        this.plain = pattern(false);
    }

    /**
     * @throws PatternSyntaxException if the expression is malformed or not supported
     */
    public static Regex compile(String source) {
        return new Regex(source);
    }

    @Override
    public Matches in(String text) {
        return new RegexMatches(this, patternFor(text).matcher(text), text);
    }

    String source() {
        return source;
    }

    private Pattern patternFor(String text) {
        if (!UnicodeDifferences.misjudged(text)) {
            return plain;
        }
        if (complete == null) {
            complete = pattern(true);
        }
        return complete;
    }

    private Pattern pattern(boolean withYoungCharacters) {
        try {
            return Pattern.compile(new Oniguruma(source, withYoungCharacters).translate());
        } catch (StackOverflowError e) {
            throw new PatternSyntaxException("it is nested too deeply", source, -1);
        }
    }

    private static final class RegexMatches implements Matches {
        private final Regex regex;
        private final Matcher matcher;
        private final String text;
        private int lastEnd = -1;
        private int from;

        RegexMatches(Regex regex, Matcher matcher, String text) {
            this.regex = regex;
            this.matcher = matcher;
            this.text = text;
        }

        /** Skips an empty match directly after the previous match. */
        @Override
        public boolean next() {
            while (from <= text.length() && find()) {
                from = matcher.end();
                if (matcher.start() < matcher.end() || matcher.start() != lastEnd) {
                    lastEnd = matcher.end();
                    return true;
                }
                from += from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
            }
            return false;
        }

        private boolean find() {
            try {
                return matcher.find(from);
            } catch (StackOverflowError e) {
                throw new UserException(
                        "The regular expression "
                                + regex.source
                                + " needs too much memory for a text of "
                                + text.length()
                                + " characters. Cut the text into lines.",
                        e);
            }
        }

        @Override
        public int start() {
            return matcher.start();
        }

        @Override
        public int end() {
            return matcher.end();
        }
    }
}
