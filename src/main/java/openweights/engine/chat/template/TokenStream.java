package openweights.engine.chat.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** The tokens of a template while they are parsed. */
final class TokenStream {

    /** Far more than any chat template nests, and little enough for the stack. */
    private static final int DEEPEST = 100;

    private final String where;
    private final List<Token> tokens;
    private Set<String> reads = new HashSet<>();
    private int next;
    private int depth;

    TokenStream(String where, List<Token> tokens) {
        this.where = where;
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    int line() {
        return peek().line();
    }

    boolean isOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean isName(String name) {
        return peek().is(Kind.NAME, name);
    }

    /** Takes an operator if it comes next. */
    boolean skipOperator(String operator) {
        boolean found = isOperator(operator);
        next += found ? 1 : 0;
        return found;
    }

    /** Takes a name if it comes next. */
    boolean skipName(String name) {
        boolean found = isName(name);
        next += found ? 1 : 0;
        return found;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String name(String what) {
        if (peek().kind() != Kind.NAME) {
            throw unexpected(what);
        }
        return take().text();
    }

    void expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        take();
    }

    /** Runs a part of the parser one level deeper. */
    <T> T nested(Supplier<T> part) {
        if (++depth > DEEPEST) {
            throw wrong(Fault.LIMIT, "this is nested more than " + DEEPEST + " deep.");
        }
        T result = part.get();
        depth--;
        return result;
    }

    /** Notes that the template reads this variable. */
    void reads(String name) {
        reads.add(name);
    }

    /** Notes from now on anew; the result is for {@link #endReads}. */
    Set<String> startReads() {
        Set<String> before = reads;
        reads = new HashSet<>();
        return before;
    }

    /** The variables that have been read since; they count as read before, too. */
    Set<String> endReads(Set<String> before) {
        Set<String> since = reads;
        before.addAll(since);
        reads = before;
        return since;
    }

    TemplateException unexpected(String expected) {
        return wrong(Fault.SYNTAX, "expected %s, found %s.".formatted(expected, peek().shown()));
    }

    TemplateException wrong(Fault fault, String problem) {
        return new TemplateException(fault, problem).at(where, line());
    }
}
