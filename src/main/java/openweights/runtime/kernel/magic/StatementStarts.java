package openweights.runtime.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines with which a statement of a cell may begin. A percent sign elsewhere is Java: a
 * remainder, or a character of a string, a text block, or a comment.
 */
final class StatementStarts {

    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    //[^\\n]*|/\\*.*?(?:\\*/|\\z)|\"""(?:\\\\.|.)*?(?:\"""|\\z)|"(?:\\\\.|[^"\\\\\\n])*"?|'(?:\\\\.|[^'\\\\\\n])+'|^[ \\t]*[%!].*|\\S"""
                            .strip(),
                    Pattern.DOTALL | Pattern.MULTILINE);

    private StatementStarts() {}

    /**
     * The offsets of the lines that begin with a percent sign or an exclamation mark where a
     * statement may begin, outside of any block.
     */
    static List<Integer> of(String source) {
        List<Integer> starts = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        int depth = 0;
        char last = ';';
        int from = 0;
        while (token.find(from)) {
            String text = token.group();
            char first = text.stripLeading().charAt(0);
            from = token.end();
            if (text.startsWith("//") || text.startsWith("/*")) {
                continue;
            }
            if (first == '%' || first == '!') {
                int at = token.start() + text.indexOf(first);
                boolean lineStart = source.substring(lineStart(source, at), at).isBlank();
                if (lineStart && depth == 0 && (last == ';' || last == '}')) {
                    starts.add(at);
                    from = lineEnd(source, at);
                    continue;
                }
                from = at + 1;
            }
            depth += "([{".indexOf(first) >= 0 ? 1 : ")]}".indexOf(first) >= 0 ? -1 : 0;
            last = first;
        }
        return starts;
    }

    private static int lineStart(String source, int at) {
        return source.lastIndexOf('\n', at - 1) + 1;
    }

    static int lineEnd(String source, int at) {
        int end = source.indexOf('\n', at);
        return end < 0 ? source.length() : end;
    }
}
