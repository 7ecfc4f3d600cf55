package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Arithmetic;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Value;

/** {@code not a}, {@code -a}, or {@code +a}. */
public record Unary(int line, String operator, Expression operand) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value value = scope.value(operand);
        return switch (operator) {
            case "not" -> Bool.of(!value.truth());
            case "-" -> Arithmetic.negate(value);
            default -> Arithmetic.subtract(value, new Int(0));
        };
    }
}
