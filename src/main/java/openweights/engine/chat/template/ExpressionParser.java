package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.expression.Binary;
import openweights.engine.chat.template.tree.expression.Compare;
import openweights.engine.chat.template.tree.expression.Concatenation;
import openweights.engine.chat.template.tree.expression.Conditional;
import openweights.engine.chat.template.tree.expression.ListExpression;
import openweights.engine.chat.template.tree.expression.Logic;
import openweights.engine.chat.template.tree.expression.Unary;

/** Operators and what they bind, from the loosest to the tightest. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream tokens;
    private final OperandParser operands;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    /** An expression that may have an {@code if}. */
    Expression expression() {
        return tokens.nested(this::conditional);
    }

    /** An expression without an {@code if} of its own, as {@code for} needs. */
    Expression withoutCondition() {
        return tokens.nested(this::or);
    }

    /** Expressions with commas between them are a tuple. */
    Expression tuple() {
        return commas(this::expression);
    }

    /** The same, of expressions without a condition. */
    Expression tupleWithoutCondition() {
        return commas(this::withoutCondition);
    }

    private Expression commas(Supplier<Expression> part) {
        int line = tokens.line();
        Expression first = part.get();
        if (!tokens.isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",") && !endsTuple()) {
            items.add(part.get());
        }
        return new ListExpression(line, items, true);
    }

    private boolean endsTuple() {
        Kind kind = tokens.peek().kind();
        return kind == Kind.TAG_END || kind == Kind.PRINT_END || tokens.isOperator(")");
    }

    private Expression conditional() {
        Expression value = or();
        while (tokens.isName("if")) {
            int line = tokens.take().line();
            Expression condition = or();
            Expression otherwise = tokens.skipName("else") ? expression() : null;
            value = new Conditional(line, condition, value, otherwise);
        }
        return value;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.isName("or")) {
            int line = tokens.take().line();
            left = new Logic(line, false, left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.isName("and")) {
            int line = tokens.take().line();
            left = new Logic(line, true, left, not());
        }
        return left;
    }

    private Expression not() {
        if (!tokens.isName("not")) {
            return comparison();
        }
        int line = tokens.take().line();
        return new Unary(line, "not", tokens.nested(this::not));
    }

    private Expression comparison() {
        int line = tokens.line();
        Expression first = sum();
        List<String> operators = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        while (isComparison()) {
            operators.add(comparisonOperator());
            others.add(sum());
        }
        return operators.isEmpty() ? first : new Compare(line, first, operators, others);
    }

    private boolean isComparison() {
        Token token = tokens.peek();
        return (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text()))
                || tokens.isName("in")
                || (tokens.isName("not") && tokens.peekSecond().is(Kind.NAME, "in"));
    }

    private String comparisonOperator() {
        String operator = tokens.take().text();
        if (operator.equals("not")) {
            tokens.take();
            return "not in";
        }
        return operator;
    }

    private Expression sum() {
        return binary(Set.of("+", "-"), this::concatenation);
    }

    private Expression concatenation() {
        int line = tokens.line();
        Expression first = product();
        if (!tokens.isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Concatenation(line, parts);
    }

    private Expression product() {
        return binary(Set.of("*", "/", "//", "%"), this::power);
    }

    private Expression power() {
        return binary(Set.of("**"), this::unary);
    }

    private Expression binary(Set<String> operators, Supplier<Expression> operand) {
        Expression left = operand.get();
        while (tokens.peek().kind() == Kind.OPERATOR && operators.contains(tokens.peek().text())) {
            Token operator = tokens.take();
            left = new Binary(operator.line(), operator.text(), left, operand.get());
        }
        return left;
    }

    private Expression unary() {
        return operands.filtered(signed());
    }

    private Expression signed() {
        if (!tokens.isOperator("-") && !tokens.isOperator("+")) {
            return operands.operand();
        }
        Token sign = tokens.take();
        return new Unary(sign.line(), sign.text(), tokens.nested(this::signed));
    }
}
