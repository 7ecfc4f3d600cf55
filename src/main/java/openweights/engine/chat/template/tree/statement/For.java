package openweights.engine.chat.template.tree.statement;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code {% for target in values if condition %}}. What is set in its body is gone after each pass.
 *
 * @param otherwise what {@code {% else %}} renders if there is no pass
 */
public record For(
        int line,
        Target target,
        Expression values,
        @Nullable Expression condition,
        List<Statement> body,
        List<Statement> otherwise)
        implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        List<Value> items = chosen(Iteration.over(scope.value(values), scope.budget()), scope);
        for (int i = 0; i < items.size(); i++) {
            Scope pass = scope.inner();
            pass.set("loop", new Loop(items, i));
            target.assign(items.get(i), pass);
            if (Statement.renderAll(body, pass, out) == Flow.BREAK) {
                break;
            }
        }
        return items.isEmpty() ? Statement.renderAll(otherwise, scope.inner(), out) : Flow.NEXT;
    }

    private List<Value> chosen(List<Value> items, Scope scope) {
        if (condition == null) {
            return items;
        }
        List<Value> chosen = new ArrayList<>();
        for (Value item : items) {
            Scope pass = scope.inner();
            target.assign(item, pass);
            if (pass.value(condition).truth()) {
                chosen.add(item);
            }
        }
        return chosen;
    }
}
