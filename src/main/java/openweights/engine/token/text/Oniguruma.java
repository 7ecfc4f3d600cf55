package openweights.engine.token.text;

import java.util.regex.PatternSyntaxException;

/**
 * Translates a regular expression from Oniguruma's dialect to Java's. The two agree on most
 * constructs; the others are written out: {@code \s} becomes the Unicode spaces, {@code (?i:'s)}
 * becomes {@code '[Ssſ]}, {@code $} becomes {@code (?=\n|\z)}, {@code a{2}+} becomes {@code
 * (?:a{2})+}.
 */
final class Oniguruma {

    final String source;
    final boolean withYoungCharacters;

    /** Deeper nesting would exhaust the stack. */
    private static final int MAX_DEPTH = 200;

    /**
     * An alternative that never matches. Without a character beyond U+FFFF in the pattern, Java
     * looks for matches inside of surrogate pairs, and its lookbehind steps back by half a pair.
     */
    private static final String WHOLE_CHARACTERS = "|(?!)\uDBFF\uDFFF";

    private final StringBuilder out = new StringBuilder();
    int at;
    private int depth;
    private boolean ignoreCase;
    private boolean dotMatchesNewline;
    private boolean extended;

    Oniguruma(String source, boolean withYoungCharacters) {
        this.source = source;
        this.withYoungCharacters = withYoungCharacters;
    }

    String translate() {
        alternatives();
        if (at < source.length()) {
            throw wrong("a group is closed that was never opened");
        }
        return out.append(WHOLE_CHARACTERS).toString();
    }

    /** Translates up to the end of the group, where options switched on inside of it end. */
    private void alternatives() {
        enter();
        boolean outerIgnoreCase = ignoreCase;
        boolean outerDot = dotMatchesNewline;
        boolean outerExtended = extended;
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '|') {
                at++;
                out.append('|');
            } else {
                repeated();
            }
        }
        ignoreCase = outerIgnoreCase;
        dotMatchesNewline = outerDot;
        extended = outerExtended;
        leave();
    }

    /** Counts a group or bracket, to be closed by {@link #leave}. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw wrong("groups and brackets are nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    /** An atom and its quantifiers; a second quantifier applies to the result of the first. */
    private void repeated() {
        int start = out.length();
        if (!atom()) {
            return;
        }
        for (boolean first = true; atQuantifier(); first = false) {
            if (!first) {
                out.insert(start, "(?:").append(')');
            }
            quantifier(start);
        }
    }

    private boolean atQuantifier() {
        skipSpacesIfExtended();
        return at < source.length() && ("*+?".indexOf(source.charAt(at)) >= 0 || interval() > 0);
    }

    private void quantifier(int start) {
        int interval = interval();
        if (interval > 0) {
            String body = source.substring(at + 1, at + interval - 1);
            out.append('{').append(body.startsWith(",") ? "0" : "").append(body).append('}');
            at += interval;
            if (next('?')) {
                boolean exact = body.indexOf(',') < 0;
                if (exact) {
                    out.insert(start, "(?:").append(')');
                }
                out.append('?');
            }
        } else {
            out.append(source.charAt(at++));
            if (at < source.length() && "?+".indexOf(source.charAt(at)) >= 0) {
                out.append(source.charAt(at++));
            }
        }
    }

    /** The length of {@code {n}}, {@code {n,}}, {@code {,m}} or {@code {n,m}} here, or 0. */
    private int interval() {
        if (source.charAt(at) != '{') {
            return 0;
        }
        int end = source.indexOf('}', at);
        String body = end < 0 ? "" : source.substring(at + 1, end);
        return body.matches("[0-9]+,?[0-9]*|,[0-9]+") ? body.length() + 2 : 0;
    }

    /** Translates one atom; false for a comment or space, which no quantifier can follow. */
    private boolean atom() {
        if (skipSpacesIfExtended()) {
            return false;
        }
        char c = source.charAt(at);
        switch (c) {
            case '(' -> {
                return group();
            }
            case '[' -> out.append(new OnigurumaClass(this).translate(ignoreCase));
            case '\\' -> escape();
            case '.' -> {
                at++;
                out.append(dotMatchesNewline ? "(?s:.)" : "[^\\n]");
            }
            case '^' -> {
                at++;
                out.append("(?:\\A|(?<=\\n)(?!\\z))");
            }
            case '$' -> {
                at++;
                out.append("(?=\\n|\\z)");
            }
            case '*', '+', '?' -> throw wrong("there is nothing for " + c + " to repeat");
            default -> {
                int codePoint = source.codePointAt(at);
                at += Character.charCount(codePoint);
                literal(codePoint);
            }
        }
        return true;
    }

    private void literal(int codePoint) {
        if (ignoreCase && CaseFolding.hasVariants(codePoint)) {
            out.append('[');
            CaseFolding.variants(codePoint).forEach(variant -> out.append(quoted(variant)));
            out.append(']');
        } else {
            out.append(quoted(codePoint));
        }
    }

    private boolean group() {
        at++;
        if (!next('?')) {
            out.append('(');
            return closeGroup();
        }
        for (String opening : new String[] {":", "=", "!", ">", "<=", "<!"}) {
            if (source.startsWith(opening, at)) {
                at += opening.length();
                out.append("(?").append(opening);
                return closeGroup();
            }
        }
        if (next('#')) {
            at = source.indexOf(')', at) + 1;
            if (at == 0) {
                throw wrong("a comment is not closed");
            }
            return false;
        }
        if (next('<')) {
            int end = source.indexOf('>', at);
            if (end < 0 || !source.substring(at, end).matches("[A-Za-z][A-Za-z0-9]*")) {
                throw wrong("the name of a group must be letters and digits");
            }
            out.append("(?<").append(source, at, end + 1);
            at = end + 1;
            return closeGroup();
        }
        return options();
    }

    /** {@code (?i:...)}, or {@code (?i)}, which applies to the end of the enclosing group. */
    private boolean options() {
        boolean outerIgnoreCase = ignoreCase;
        boolean outerDot = dotMatchesNewline;
        boolean outerExtended = extended;
        boolean on = true;
        while (at < source.length() && "imx-".indexOf(source.charAt(at)) >= 0) {
            switch (source.charAt(at++)) {
                case 'i' -> ignoreCase = on;
                case 'm' -> dotMatchesNewline = on;
                case 'x' -> extended = on;
                default -> on = false;
            }
        }
        out.append("(?:");
        if (next(':')) {
            closeGroup();
        } else if (next(')')) {
            alternatives();
            out.append(')');
        } else {
            throw wrong("this kind of group is not supported");
        }
        ignoreCase = outerIgnoreCase;
        dotMatchesNewline = outerDot;
        extended = outerExtended;
        return true;
    }

    private boolean closeGroup() {
        alternatives();
        if (!next(')')) {
            throw wrong("a group is not closed");
        }
        out.append(')');
        return true;
    }

    private void escape() {
        CharacterProperty property = OnigurumaEscape.property(this, false);
        if (property != null) {
            out.append(property.asClass(withYoungCharacters));
            return;
        }
        if (at + 1 == source.length()) {
            throw wrong("nothing follows the backslash");
        }
        char c = source.charAt(at + 1);
        String same =
                switch (c) {
                    case 'A' -> "\\A";
                    case 'z' -> "\\z";
                    case 'Z' -> "(?=\\n?\\z)";
                    case 'b' -> boundary("(?!W)", "(?=W)");
                    case 'B' -> boundary("(?=W)", "(?!W)");
                    case 'R' -> "(?>\\r\\n|[\\n-\\r\\x{85}\\x{2028}\\x{2029}])";
                    case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "\\" + c;
                    case 'K', 'G', 'X', 'k', 'g', 'y', 'Y', 'N', 'O' ->
                            throw wrong("\\" + c + " is not supported");
                    default -> null;
                };
        if (same == null) {
            literal(OnigurumaEscape.character(this));
        } else {
            out.append(same);
            at += 2;
        }
    }

    /** A condition on what follows a word character, and on what follows any other or the start. */
    private String boundary(String afterWord, String afterOther) {
        String word = CharacterProperty.WORD.asClass(withYoungCharacters);
        return ("(?:(?<=W)" + afterWord + "|(?<!W)" + afterOther + ")").replace("W", word);
    }

    private boolean skipSpacesIfExtended() {
        int start = at;
        while (extended && at < source.length()) {
            char c = source.charAt(at);
            if (c == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end + 1;
            } else if (" \t\r\n\f\u000B".indexOf(c) >= 0) {
                at++;
            } else {
                break;
            }
        }
        return at > start;
    }

    boolean next(char wanted) {
        if (at < source.length() && source.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    PatternSyntaxException wrong(String problem) {
        return new PatternSyntaxException(problem, source, Math.min(at, source.length()));
    }

    /** A character as a literal, both inside and outside of brackets. */
    static String quoted(int codePoint) {
        boolean plain = codePoint < 128 && Character.isLetterOrDigit(codePoint);
        return plain
                ? Character.toString(codePoint)
                : "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}
