package openweights.engine.chat.template.tree.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function that a template defines: {@code {% macro name(parameters) %}}.
 *
 * @param defaults expressions for the last parameters
 * @param reads the variables that the body reads, by which Jinja sees whether it takes more
 *     arguments than it has parameters for
 */
public record Macro(
        String name,
        List<String> parameters,
        List<Expression> defaults,
        Set<String> reads,
        List<Statement> body) {

    private static final String REST = "varargs";
    private static final String NAMED_REST = "kwargs";
    private static final String CALLER = "caller";

    /** The function, which sees the variables around its definition. */
    Callable in(Scope around) {
        return arguments -> call(arguments, around.inner());
    }

    private Text call(Arguments arguments, Scope scope) {
        addRest(arguments, scope);
        for (int i = 0; i < parameters.size(); i++) {
            Value given = given(arguments, i);
            scope.set(parameters.get(i), given == null ? otherwise(i, scope) : given);
        }
        Output out = new Output(scope.budget());
        Statement.renderAll(body, scope, out);
        return out.toText();
    }

    private @Nullable Value given(Arguments arguments, int parameter) {
        Value named = arguments.named().get(parameters.get(parameter));
        boolean positional = parameter < arguments.positional().size();
        if (positional && named != null) {
            throw wrong("was given twice its " + parameters.get(parameter));
        }
        return positional ? arguments.positional().get(parameter) : named;
    }

    private Value otherwise(int parameter, Scope scope) {
        int place = parameter - (parameters.size() - defaults.size());
        return place < 0
                ? new Undefined("parameter '" + parameters.get(parameter) + "' was not provided")
                : scope.value(defaults.get(place));
    }

    /** Arguments beyond the parameters are errors, unless the body asks for them. */
    private void addRest(Arguments arguments, Scope scope) {
        List<Value> positional = arguments.positional();
        boolean more = positional.size() > parameters.size();
        if (more && !reads.contains(REST)) {
            throw wrong("takes not more than " + parameters.size() + " arguments");
        }
        LinkedHashMap<Value, Value> named = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : arguments.named().entrySet()) {
            if (entry.getKey().equals(CALLER) && reads.contains(CALLER)) {
                scope.set(CALLER, entry.getValue());
            } else if (!parameters.contains(entry.getKey())) {
                named.put(new Text(entry.getKey()), entry.getValue());
            }
        }
        if (!named.isEmpty() && !reads.contains(NAMED_REST)) {
            throw wrong(
                    "takes no keyword argument "
                            + ((Text) named.keySet().iterator().next()).value());
        }
        scope.set(NAMED_REST, Dict.of(named));
        List<Value> rest =
                more ? positional.subList(parameters.size(), positional.size()) : List.of();
        scope.set(REST, Seq.tuple(rest));
    }

    private TemplateException wrong(String problem) {
        return new TemplateException(Fault.TYPE, "the macro '%s' %s.".formatted(name, problem));
    }
}
