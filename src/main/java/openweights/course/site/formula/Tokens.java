package openweights.course.site.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a formula into commands, numbers, and single letters and signs; spaces are dropped. */
final class Tokens {

    /** The text in {@code \text{…}} remains one token, because its spaces count. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<command>\\\\(?:text|mathrm|operatorname|mathbf))\\s*(?<words>\\{[^{}]*\\})"
                            + "|\\\\[a-zA-Z]+|\\\\.|\\d+(?:[.,]\\d+)*|\\S",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private Tokens() {}

    static List<String> of(String tex) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(tex);
        while (token.find()) {
            if (token.group("words") == null) {
                tokens.add(token.group());
            } else {
                tokens.add(token.group("command"));
                tokens.add(token.group("words"));
            }
        }
        return tokens;
    }
}
