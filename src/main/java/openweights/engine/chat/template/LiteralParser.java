package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.expression.DictExpression;
import openweights.engine.chat.template.tree.expression.ListExpression;
import openweights.engine.chat.template.tree.expression.Literal;
import openweights.engine.chat.template.tree.expression.Variable;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Real;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/** Literals, names, and what stands in brackets of its own. */
final class LiteralParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    LiteralParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A literal, a name, or an expression in brackets. */
    Expression primary() {
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

    /** A whole number. */
    Expression number(Token token) {
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
}
