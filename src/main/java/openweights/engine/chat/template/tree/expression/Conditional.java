package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code a if condition else b}; without {@code else}, undefined where the condition fails. */
public record Conditional(
        int line, Expression condition, Expression then, @Nullable Expression otherwise)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        if (scope.value(condition).truth()) {
            return scope.value(then);
        }
        return otherwise == null
                ? new Undefined("an 'if' without 'else' has no value")
                : scope.value(otherwise);
    }
}
