package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** A name. */
public record Variable(int line, String name) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return scope.get(name);
    }
}
