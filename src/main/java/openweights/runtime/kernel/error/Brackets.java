package openweights.runtime.kernel.error;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the bracket that is never closed. */
final class Brackets {

    /** A comment or literal, whose brackets do not count, or a bracket. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    //[^\\n]*|/\\*.*?\\*/|\"""(?:\\\\.|.)*?\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])+'|[(\\[{)\\]}]"""
                            .strip(),
                    Pattern.DOTALL);

    private Brackets() {}

    /** The offset of the innermost bracket still open at the end; -1 if there is none. */
    static int lastOpen(String source) {
        Deque<Integer> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            char first = token.group().charAt(0);
            if ("([{".indexOf(first) >= 0) {
                open.push(token.start());
            } else if (")]}".indexOf(first) >= 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }
}
