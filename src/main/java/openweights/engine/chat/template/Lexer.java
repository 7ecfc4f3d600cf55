package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.value.CodePoints;

/**
 * Splits a template into text and tags, with the whitespace around tags removed as transformers has
 * Jinja remove it: a line break after a tag ({@code trim_blocks}), the spaces before one that
 * begins its line ({@code lstrip_blocks}), and all whitespace on the side of a minus sign.
 */
final class Lexer {

    private final Source source;
    private final List<Token> tokens = new ArrayList<>();

    /** Whether what was read last ended its line. */
    private boolean lineStarts = true;

    private Lexer(Source source) {
        this.source = source;
    }

    /** The tokens of a template; the last one is {@link Kind#END}. */
    static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source);
        while (!source.atEnd()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", source.line()));
        return lexer.tokens;
    }

    /** Reads text and the tag, print, or comment after it. */
    private void next() {
        int line = source.line();
        String text = source.take(distance());
        if (source.atEnd()) {
            add(text, line);
            return;
        }
        add(stripped(text), line);
        if (source.startsWith("{{")) {
            print();
        } else if (source.startsWith("{#")) {
            comment();
        } else if (!raw()) {
            tag();
        }
    }

    /** How far the next tag, print, or comment is. */
    private int distance() {
        int nearest = source.left();
        for (int i = 0; i < nearest; i++) {
            if (source.peek(i) == '{' && "{%#".indexOf(source.peek(i + 1)) >= 0) {
                return i;
            }
        }
        return nearest;
    }

    private void add(String text, int line) {
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.DATA, text, line));
        }
    }

    /** The text before what comes next, without the whitespace that goes with it. */
    private String stripped(String text) {
        char sign = source.peek(2);
        int end = text.length();
        if (sign == '-') {
            while (end > 0 && CodePoints.isSpace(text.charAt(end - 1))) {
                end--;
            }
            return text.substring(0, end);
        }
        int begin = text.lastIndexOf('\n') + 1;
        boolean onlySpace =
                (begin > 0 || lineStarts)
                        && text.substring(begin).chars().allMatch(CodePoints::isSpace);
        boolean strips = sign != '+' && !source.startsWith("{{") && onlySpace;
        return strips ? text.substring(0, begin) : text;
    }

    private void print() {
        tokens.add(new Token(Kind.PRINT_BEGIN, begin(), source.line()));
        new TagLexer(source, "}}").readInto(tokens);
        int line = source.line();
        tokens.add(new Token(Kind.PRINT_END, end("}}", false), line));
    }

    private void tag() {
        tokens.add(new Token(Kind.TAG_BEGIN, begin(), source.line()));
        new TagLexer(source, "%}").readInto(tokens);
        int line = source.line();
        tokens.add(new Token(Kind.TAG_END, end("%}", true), line));
    }

    private void comment() {
        int line = source.line();
        source.take(2);
        int length = source.distance("#}");
        if (length < 0) {
            throw source.wrong("the comment {# has no end #}.", line);
        }
        boolean signed = length > 0 && "-+".indexOf(source.peek(length - 1)) >= 0;
        source.take(signed ? length - 1 : length);
        end("#}", true);
    }

    /** The opening braces, with a sign. */
    private String begin() {
        char sign = source.peek(2);
        return source.take(sign == '-' || sign == '+' ? 3 : 2);
    }

    /** The closing braces, with a sign before them and the whitespace that goes with them. */
    private String end(String braces, boolean trims) {
        boolean signed = !source.startsWith(braces);
        boolean minus = source.peek(0) == '-';
        String shown = source.take(braces.length() + (signed ? 1 : 0));
        lineStarts = false;
        if (minus) {
            while (CodePoints.isSpace(source.peek(0))) {
                lineStarts = source.take(1).equals("\n");
            }
        } else if (trims && !signed && source.peek(0) == '\n') {
            source.take(1);
            lineStarts = true;
        }
        return shown;
    }

    /** Reads {@code {% raw %}} up to its end as text, if it stands here. */
    private boolean raw() {
        if (!tagIs("raw")) {
            return false;
        }
        int line = source.line();
        skipTag("raw", false);
        StringBuilder text = new StringBuilder();
        while (!tagIs("endraw")) {
            if (source.atEnd()) {
                throw source.wrong("{% raw %} has no {% endraw %}.", line);
            }
            text.append(source.take(1));
        }
        add(stripped(text.toString()), line);
        skipTag("endraw", true);
        return true;
    }

    private void skipTag(String name, boolean trims) {
        source.take(source.distance(name) + name.length());
        while (source.peek(0) != '%' && source.peek(0) != '-' && source.peek(0) != '+') {
            source.take(1);
        }
        end("%}", trims);
    }

    /** Whether a tag that is only this name begins here. */
    private boolean tagIs(String name) {
        if (!source.startsWith("{%")) {
            return false;
        }
        int at = source.peek(2) == '-' || source.peek(2) == '+' ? 3 : 2;
        at = skipSpaces(at);
        for (int i = 0; i < name.length(); i++) {
            if (source.peek(at + i) != name.charAt(i)) {
                return false;
            }
        }
        at = skipSpaces(at + name.length());
        at += source.peek(at) == '-' || source.peek(at) == '+' ? 1 : 0;
        return source.peek(at) == '%' && source.peek(at + 1) == '}';
    }

    private int skipSpaces(int from) {
        int at = from;
        while (CodePoints.isSpace(source.peek(at))) {
            at++;
        }
        return at;
    }
}
