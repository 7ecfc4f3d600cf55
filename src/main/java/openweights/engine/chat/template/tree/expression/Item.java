package openweights.engine.chat.template.tree.expression;

import openweights.engine.chat.template.builtin.Lookup;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Value;

/** {@code object[key]}. */
public record Item(int line, Expression object, Expression key) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        return Lookup.item(scope.value(object), scope.value(key), scope.budget());
    }
}
