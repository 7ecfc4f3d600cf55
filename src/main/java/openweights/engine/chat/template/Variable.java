package openweights.engine.chat.template;

import openweights.engine.chat.template.value.Value;

/** A name. */
record Variable(int line, String name) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return scope.get(name);
    }
}
