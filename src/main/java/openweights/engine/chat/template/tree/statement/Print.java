package openweights.engine.chat.template.tree.statement;

import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.value.Spelling;

/** {@code {{ value }}}. */
public record Print(int line, Expression value) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        out.append(Spelling.text(scope.value(value), scope.budget()));
        return Flow.NEXT;
    }
}
