package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** {@code function(arguments)}. */
public record Call(int line, Expression function, CallArguments arguments) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value called = scope.value(function);
        return call(called, arguments.evaluate(scope));
    }

    /** What a function gives for these arguments. */
    public static Value call(Value called, Arguments arguments) {
        if (called instanceof Callable callable) {
            return callable.call(arguments);
        }
        if (called instanceof Undefined undefined) {
            throw undefined.misused();
        }
        throw new TemplateException(
                Fault.TYPE, "a value of type " + called.type() + " cannot be called.");
    }
}
