package openweights.engine.chat.template.tree;

import openweights.engine.chat.template.value.Value;

/** A name. */
public record Variable(int line, String name) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return scope.get(name);
    }
}
