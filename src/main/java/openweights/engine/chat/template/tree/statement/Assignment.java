package openweights.engine.chat.template.tree.statement;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/** {@code {% set target = value %}}. */
public record Assignment(int line, Target target, Expression value) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        target.assign(scope.value(value), scope);
        return Flow.NEXT;
    }
}
