package openweights.engine.chat.template.tree.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Value;

/** The arguments of a call, a filter, or a test. */
public record CallArguments(List<Expression> positional, Map<String, Expression> named) {

    public static final CallArguments NONE = new CallArguments(List.of(), Map.of());

    /** The values, from left to right. */
    public Arguments evaluate(Scope scope) {
        List<Value> values = new ArrayList<>(positional.size());
        for (Expression each : positional) {
            values.add(scope.value(each));
        }
        Map<String, Value> byName = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> each : named.entrySet()) {
            byName.put(each.getKey(), scope.value(each.getValue()));
        }
        return new Arguments(values, byName, scope.budget());
    }
}
