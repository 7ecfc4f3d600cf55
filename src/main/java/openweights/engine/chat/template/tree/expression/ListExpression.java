package openweights.engine.chat.template.tree.expression;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Value;

/** {@code [a, b]} or, as a tuple, {@code (a, b)}. */
public record ListExpression(int line, List<Expression> items, boolean tuple)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        scope.budget().elements(items.size());
        List<Value> values = new ArrayList<>(items.size());
        for (Expression item : items) {
            values.add(scope.value(item));
        }
        return tuple ? Seq.tuple(values) : Seq.list(values);
    }
}
