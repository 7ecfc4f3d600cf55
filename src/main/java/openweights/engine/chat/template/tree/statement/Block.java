package openweights.engine.chat.template.tree.statement;

import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/**
 * Statements with a scope of their own: {@code {% with %}}, and {@code {% generation %}}, by which
 * transformers marks what the assistant said.
 *
 * @param targets variables that are set first, to the values at the same places
 */
public record Block(int line, List<Target> targets, List<Expression> values, List<Statement> body)
        implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        Scope inner = scope.inner();
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).assign(scope.value(values.get(i)), inner);
        }
        return Statement.renderAll(body, inner, out);
    }
}
