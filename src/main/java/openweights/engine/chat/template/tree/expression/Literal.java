package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** A string, a number, True, False, or None. */
public record Literal(int line, Value value) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return value;
    }
}
