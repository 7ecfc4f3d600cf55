package openweights.grading.similar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fragments of some code: every stretch of {@value #LENGTH} tokens, in which names are as good
 * as any other, and so are numbers and texts. Comments and layout are left out, so renaming and
 * reformatting change nothing.
 *
 * @param lines the lines of the code on which each fragment stands, by the fragment
 */
record Fragments(Map<String, Set<Integer>> lines) {

    /** Long enough to be no idiom of the language, such as a loop over an array. */
    static final int LENGTH = 16;

    /** A comment that begins so stands between two answers; no fragment reaches across. */
    static final String BOUNDARY = "// --- ";

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<skip>\\s+|//[^\n]*|/\\*[\\s\\S]*?(?:\\*/|$))|(?<text>\"\"\"[\\s\\S]*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\n])*'?)|(?<number>\\d[\\w.]*)|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*)|(?<other>[\\s\\S])");

    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "new",
                    "null",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "short",
                    "static",
                    "super",
                    "switch",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "while",
                    "yield");

    private record Token(String kind, int line) {}

    static Fragments of(String code) {
        List<Token> tokens = tokens(code);
        Map<String, Set<Integer>> lines = new HashMap<>();
        for (int i = 0; i + LENGTH <= tokens.size(); i++) {
            StringBuilder fragment = new StringBuilder();
            Set<Integer> own = new HashSet<>();
            for (Token token : tokens.subList(i, i + LENGTH)) {
                fragment.append(token.kind()).append(' ');
                own.add(token.line());
            }
            if (fragment.indexOf(BOUNDARY) < 0) {
                lines.computeIfAbsent(fragment.toString(), key -> new HashSet<>()).addAll(own);
            }
        }
        return new Fragments(lines);
    }

    private static List<Token> tokens(String code) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        int line = 1;
        while (token.find()) {
            if (token.group("skip") == null) {
                tokens.add(new Token(kind(token), line));
            } else if (token.group().startsWith(BOUNDARY)) {
                tokens.add(new Token(BOUNDARY, line));
            }
            line += (int) token.group().chars().filter(each -> each == '\n').count();
        }
        return tokens;
    }

    private static String kind(Matcher token) {
        String name = token.group("name");
        if (name != null) {
            return KEYWORDS.contains(name) ? name : "name";
        }
        return token.group("text") != null
                ? "text"
                : token.group("number") != null ? "number" : token.group("other");
    }

    Set<String> all() {
        return lines.keySet();
    }
}
