package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Arithmetic;
import openweights.engine.chat.template.value.Value;

/** An operator of arithmetic between two values. */
public record Binary(int line, String operator, Expression left, Expression right)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value a = scope.value(left);
        Value b = scope.value(right);
        return switch (operator) {
            case "+" -> Arithmetic.add(a, b, scope.budget());
            case "-" -> Arithmetic.subtract(a, b);
            case "*" -> Arithmetic.multiply(a, b, scope.budget());
            case "/" -> Arithmetic.divide(a, b);
            case "//" -> Arithmetic.floorDivide(a, b);
            case "%" -> Arithmetic.modulo(a, b);
            case "**" -> Arithmetic.power(a, b);
            default -> throw new IllegalStateException("The parser knows no operator " + operator);
        };
    }
}
