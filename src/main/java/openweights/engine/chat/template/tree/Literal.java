package openweights.engine.chat.template.tree;

import openweights.engine.chat.template.value.Value;

/** A string, a number, True, False, or None. */
public record Literal(int line, Value value) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return value;
    }
}
