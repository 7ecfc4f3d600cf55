package openweights.engine.chat.template.tree.expression;

import java.util.LinkedHashMap;
import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Value;

/** {@code {key: value}}. */
public record DictExpression(int line, List<Expression> keys, List<Expression> values)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        scope.budget().elements(keys.size());
        LinkedHashMap<Value, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Value key = scope.value(keys.get(i));
            Dict.requireKey(key);
            entries.put(key, scope.value(values.get(i)));
        }
        return Dict.of(entries);
    }
}
