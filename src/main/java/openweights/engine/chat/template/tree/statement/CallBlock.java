package openweights.engine.chat.template.tree.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.tree.expression.Call;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.Value;

/** {@code {% call macro(arguments) %}}: the macro can render the block by {@code caller()}. */
public record CallBlock(int line, Call call, Macro block) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        Value called = scope.value(call.function());
        Arguments arguments = call.arguments().evaluate(scope);
        Map<String, Value> named = new LinkedHashMap<>(arguments.named());
        named.put("caller", block.in(scope));
        Value result =
                Call.call(called, new Arguments(arguments.positional(), named, scope.budget()));
        out.append(Spelling.text(result, scope.budget()));
        return Flow.NEXT;
    }
}
