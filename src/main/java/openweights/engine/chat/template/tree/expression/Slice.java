package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Subscript;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code object[from:to:step]}. */
public record Slice(
        int line,
        Expression object,
        @Nullable Expression from,
        @Nullable Expression to,
        @Nullable Expression step)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value whole = scope.value(object);
        Value start = bound(from, scope);
        Value end = bound(to, scope);
        Value by = bound(step, scope);
        if (whole instanceof Undefined undefined) {
            throw undefined.misused();
        }
        boolean numbers = isBound(start) && isBound(end) && isBound(by);
        Value part =
                numbers
                        ? Subscript.slice(
                                whole, number(start), number(end), number(by), scope.budget())
                        : null;
        return part == null
                ? new Undefined("a value of type %s has no such part".formatted(whole.type()))
                : part;
    }

    private static Value bound(@Nullable Expression expression, Scope scope) {
        return expression == null ? None.NONE : scope.value(expression);
    }

    private static boolean isBound(Value value) {
        return value == None.NONE || value instanceof Int;
    }

    private static @Nullable Long number(Value value) {
        return value instanceof Int number ? Long.valueOf(number.value()) : null;
    }
}
