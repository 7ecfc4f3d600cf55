package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.builtin.Filter;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** {@code value | filter(arguments)}. */
public record FilterCall(int line, Expression value, Filter filter, CallArguments arguments)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value input = scope.value(value);
        return filter.apply(input, arguments.evaluate(scope));
    }
}
