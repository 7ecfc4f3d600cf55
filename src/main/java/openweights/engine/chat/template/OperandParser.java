package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.builtin.Filters;
import openweights.engine.chat.template.builtin.Tests;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.expression.Attribute;
import openweights.engine.chat.template.tree.expression.Call;
import openweights.engine.chat.template.tree.expression.CallArguments;
import openweights.engine.chat.template.tree.expression.FilterCall;
import openweights.engine.chat.template.tree.expression.Item;
import openweights.engine.chat.template.tree.expression.ListExpression;
import openweights.engine.chat.template.tree.expression.Slice;
import openweights.engine.chat.template.tree.expression.TestCall;
import openweights.engine.chat.template.tree.expression.Unary;
import org.jspecify.annotations.Nullable;

/** What operators stand between: literals and names, with what follows them. */
final class OperandParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final LiteralParser literals;
    private final ArgumentParser arguments;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.literals = new LiteralParser(tokens, expressions);
        this.arguments = new ArgumentParser(tokens, expressions);
    }

    /** A literal or a name, with attributes, elements, and calls. */
    Expression operand() {
        return postfix(literals.primary());
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
            return new Item(line, object, literals.number(tokens.peek()));
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
