package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.builtin.Lookup;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** {@code object.name}. */
public record Attribute(int line, Expression object, String name) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return Lookup.attribute(scope.value(object), name);
    }
}
