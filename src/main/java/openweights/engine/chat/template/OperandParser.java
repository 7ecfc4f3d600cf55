package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.builtin.Filters;
import openweights.engine.chat.template.builtin.Tests;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Real;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** What operators stand between: literals and names, with what follows them. */
final class OperandParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.arguments = new ArgumentParser(tokens, expressions);
    }

    /** A literal or a name, with attributes, elements, and calls. */
    Expression operand() {
        return postfix(primary());
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name();
            case STRING -> string();
            case INTEGER -> number(token);
            case FLOAT -> literal(tokens.take(), new Real(Double.parseDouble(token.text())));
            case OPERATOR -> bracket(token);
            default -> throw tokens.unexpected("an expression");
        };
    }

    private Expression name() {
        Token token = tokens.take();
        return switch (token.text()) {
            case "true", "True" -> literal(token, Bool.TRUE);
            case "false", "False" -> literal(token, Bool.FALSE);
            case "none", "None" -> literal(token, None.NONE);
            default -> {
                tokens.reads(token.text());
                yield new Variable(token.line(), token.text());
            }
        };
    }

    private static Literal literal(Token token, Value value) {
        return new Literal(token.line(), value);
    }

    /** Strings side by side are one. */
    private Expression string() {
        int line = tokens.line();
        StringBuilder text = new StringBuilder();
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.take().text());
        }
        return new Literal(line, new Text(text.toString()));
    }

    private Expression number(Token token) {
        try {
            return literal(token, new Int(Long.parseLong(tokens.take().text())));
        } catch (NumberFormatException tooLong) {
            throw tokens.wrong(Fault.LIMIT, "a number has more than 64 bits.");
        }
    }

    private Expression bracket(Token token) {
        return switch (token.text()) {
            case "(" -> parentheses();
            case "[" -> list();
            case "{" -> dict();
            default -> throw tokens.unexpected("an expression");
        };
    }

    private Expression parentheses() {
        int line = tokens.take().line();
        if (tokens.skipOperator(")")) {
            return new ListExpression(line, List.of(), true);
        }
        Expression inside = expressions.tuple();
        tokens.expectOperator(")");
        return inside;
    }

    private Expression list() {
        int line = tokens.take().line();
        List<Expression> items = new ArrayList<>();
        while (!tokens.skipOperator("]")) {
            items.add(expressions.expression());
            if (!tokens.isOperator("]")) {
                tokens.expectOperator(",");
            }
        }
        return new ListExpression(line, items, false);
    }

    private Expression dict() {
        int line = tokens.take().line();
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            keys.add(expressions.expression());
            tokens.expectOperator(":");
            values.add(expressions.expression());
            if (!tokens.isOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new DictExpression(line, keys, values);
    }

    private Expression postfix(Expression first) {
        Expression operand = first;
        while (true) {
            int line = tokens.line();
            if (tokens.skipOperator(".")) {
                operand = attribute(line, operand);
            } else if (tokens.skipOperator("[")) {
                operand = subscript(line, operand);
            } else if (tokens.isOperator("(")) {
                operand = new Call(line, operand, arguments.parse());
            } else {
                return operand;
            }
        }
    }

    private Expression attribute(int line, Expression object) {
        if (tokens.peek().kind() == Kind.INTEGER) {
            return new Item(line, object, number(tokens.peek()));
        }
        return new Attribute(line, object, tokens.name("a name after '.'"));
    }

    private Expression subscript(int line, Expression object) {
        Expression from = bound();
        if (!tokens.skipOperator(":")) {
            if (from == null) {
                throw tokens.unexpected("an expression");
            }
            Expression key = tokens.isOperator(",") ? pair(line, from) : from;
            tokens.expectOperator("]");
            return new Item(line, object, key);
        }
        Expression to = bound();
        Expression step = tokens.skipOperator(":") ? bound() : null;
        tokens.expectOperator("]");
        return new Slice(line, object, from, to, step);
    }

    private Expression pair(int line, Expression first) {
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",")) {
            items.add(expressions.expression());
        }
        return new ListExpression(line, items, true);
    }

    private @Nullable Expression bound() {
        boolean none = tokens.isOperator(":") || tokens.isOperator("]");
        return none ? null : expressions.expression();
    }

    /** A value, with the filters and tests that follow it. */
    Expression filtered(Expression value) {
        Expression result = value;
        while (true) {
            if (tokens.skipOperator("|")) {
                result = filter(result);
            } else if (tokens.skipName("is")) {
                result = test(result);
            } else if (tokens.isOperator("(")) {
                result = new Call(tokens.line(), result, arguments.parse());
            } else {
                return result;
            }
        }
    }

    /** The filter whose name comes next. */
    FilterCall filter(Expression value) {
        int line = tokens.line();
        Token token = tokens.peek();
        String name = tokens.name("the name of a filter");
        return new FilterCall(
                line,
                value,
                Filters.named(name)
                        .orElseThrow(() -> arguments.unknown("filter", token, Filters.names())),
                tokens.isOperator("(") ? arguments.parse() : CallArguments.NONE);
    }

    private Expression test(Expression value) {
        int line = tokens.line();
        boolean negated = tokens.skipName("not");
        Token token = tokens.peek();
        String name = tokens.name("the name of a test");
        TestCall test =
                new TestCall(
                        line,
                        value,
                        Tests.named(name)
                                .orElseThrow(() -> arguments.unknown("test", token, Tests.names())),
                        arguments.ofTest(this));
        return negated ? new Unary(line, "not", test) : test;
    }
}
