package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** {@code a and b} or {@code a or b}: one of the two values; the second may not be evaluated. */
public record Logic(int line, boolean and, Expression left, Expression right)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value value = scope.value(left);
        return value.truth() == and ? scope.value(right) : value;
    }
}
