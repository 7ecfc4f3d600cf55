package openweights.engine.chat.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.value.CodePoints;

/** Splits what is inside a tag. */
final class TagLexer {

    /** Longer ones first. */
    private static final List<String> OPERATORS =
            List.of(
                    "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(",
                    ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";");

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private final Source source;
    private final String end;
    private final int begun;
    private final Deque<Character> brackets = new ArrayDeque<>();

    /**
     * @param end the braces that end the tag, outside of brackets
     */
    TagLexer(Source source, String end) {
        this.source = source;
        this.end = end;
        this.begun = source.line();
    }

    /** Adds the tokens up to the end of the tag, which is left to read. */
    void readInto(List<Token> tokens) {
        while (!atEnd()) {
            if (source.atEnd()) {
                throw source.wrong("the tag that begins here has no end " + end + ".", begun);
            }
            char c = source.peek(0);
            if (CodePoints.isSpace(c)) {
                source.take(1);
            } else {
                tokens.add(token(c));
            }
        }
    }

    private boolean atEnd() {
        boolean signed = source.peek(0) == '-' || (source.peek(0) == '+' && end.equals("%}"));
        return brackets.isEmpty()
                && (source.startsWith(end) || (signed && source.startsWith(source.peek(0) + end)));
    }

    private Token token(char c) {
        int line = source.line();
        if (isDigit(c)) {
            return number(line);
        }
        if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            return new Token(Kind.NAME, name(), line);
        }
        if (c == '\'' || c == '"') {
            return new Token(Kind.STRING, StringLiteral.value(source, quoted(c)), line);
        }
        return new Token(Kind.OPERATOR, operator(), line);
    }

    private String name() {
        int length = 0;
        while (Character.isUnicodeIdentifierPart(source.peek(length))
                && !Character.isIdentifierIgnorable(source.peek(length))) {
            length++;
        }
        return source.take(length);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token number(int line) {
        int length = digits(0);
        boolean fraction = source.peek(length) == '.' && isDigit(source.peek(length + 1));
        if (fraction) {
            length = digits(length + 1);
        }
        boolean exponent = exponent(length) > length;
        length = exponent(length);
        Kind kind = fraction || exponent ? Kind.FLOAT : Kind.INTEGER;
        return new Token(kind, source.take(length).replace("_", ""), line);
    }

    /** Where digits that begin here end. */
    private int digits(int from) {
        int at = from;
        while (isDigit(source.peek(at))
                || (at > from && source.peek(at) == '_' && isDigit(source.peek(at + 1)))) {
            at++;
        }
        return at;
    }

    /** Where an exponent that begins here ends; here if there is none. */
    private int exponent(int from) {
        if (source.peek(from) != 'e' && source.peek(from) != 'E') {
            return from;
        }
        boolean signed = source.peek(from + 1) == '+' || source.peek(from + 1) == '-';
        int digits = from + (signed ? 2 : 1);
        return isDigit(source.peek(digits)) ? digits(digits) : from;
    }

    /** What is between two quotes, still with its escapes. */
    private String quoted(char quote) {
        int line = source.line();
        int length = 1;
        while (source.peek(length) != quote || length == source.left()) {
            if (length >= source.left()) {
                throw source.wrong("the string that begins here has no end.", line);
            }
            length += source.peek(length) == '\\' ? 2 : 1;
        }
        String whole = source.take(length + 1);
        return whole.substring(1, length);
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator)) {
                balance(operator.charAt(0));
                return source.take(operator.length());
            }
        }
        String found = Character.toString(source.peek(0));
        throw source.wrong("unexpected character '" + found + "'.");
    }

    private void balance(char c) {
        if (OPEN.indexOf(c) >= 0) {
            brackets.push(CLOSE.charAt(OPEN.indexOf(c)));
        } else if (CLOSE.indexOf(c) >= 0) {
            if (brackets.isEmpty()) {
                throw source.wrong("unexpected '" + c + "'.");
            }
            char expected = brackets.pop();
            if (expected != c) {
                throw source.wrong("expected '" + expected + "', found '" + c + "'.");
            }
        }
    }
}
