package openweights.engine.token.text;

import static org.joni.constants.SyntaxProperties.OP2_ESC_U_HEX4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;

/** The matches of joni, a port of Oniguruma to Java that works on UTF-8 bytes. */
final class JoniMatches {

    /** Oniguruma's own dialect: Ruby's, but with all of Unicode in \w, \s and \d. */
    private static final Syntax ONIGURUMA =
            new Syntax(
                    "Oniguruma",
                    Syntax.RUBY.op,
                    Syntax.RUBY.op2 | OP2_ESC_U_HEX4,
                    Syntax.RUBY.op3,
                    Syntax.RUBY.behavior,
                    Option.NONE,
                    Syntax.RUBY.metaCharTable);

    private final Regex regex;

    /** Compiles a pattern; throws joni's exceptions if joni refuses it. */
    JoniMatches(String pattern) {
        byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
        regex = new Regex(bytes, 0, bytes.length, Option.NONE, UTF8Encoding.INSTANCE, ONIGURUMA);
    }

    /**
     * All matches in a text as {@code start-end} in UTF-8 bytes, with the empty ones that
     * tokenizers count.
     */
    List<String> in(byte[] text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = regex.matcher(text);
        int from = 0;
        int lastEnd = -1;
        while (from <= text.length && matcher.search(from, text.length, Option.NONE) >= 0) {
            from = matcher.getEnd();
            if (matcher.getBegin() < from || from != lastEnd) {
                found.add(matcher.getBegin() + "-" + from);
                lastEnd = from;
            } else {
                from +=
                        from < text.length
                                ? UTF8Encoding.INSTANCE.length(text, from, text.length)
                                : 1;
            }
        }
        return found;
    }

    /** The number of matches, with the loop that a tokenizer would run. */
    int count(byte[] text) {
        Matcher matcher = regex.matcherNoRegion(text);
        int count = 0;
        for (int from = 0; from < text.length; count++) {
            if (matcher.search(from, text.length, Option.NONE) < 0) {
                break;
            }
            from = matcher.getEnd();
        }
        return count;
    }
}
