package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.builtin.Test;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Value;

/** {@code value is test(arguments)}. */
public record TestCall(int line, Expression value, Test test, CallArguments arguments)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value subject = scope.value(value);
        return Bool.of(test.holds(subject, arguments.evaluate(scope)));
    }
}
