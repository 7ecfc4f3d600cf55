package openweights.engine.chat.template.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Value;

/** The methods of dicts that change nothing. */
final class DictMethods {

    static final Map<String, Method<Dict>> ALL =
            Map.of(
                    "copy", (dict, arguments) -> Dict.of(new LinkedHashMap<>(dict.entries())),
                    "get", DictMethods::get,
                    "items", DictMethods::items,
                    "keys", (dict, arguments) -> list(dict.entries().keySet(), arguments),
                    "values", (dict, arguments) -> list(dict.entries().values(), arguments));

    private DictMethods() {}

    private static Value get(Dict dict, Arguments arguments) {
        Bound bound = arguments.bind("get", "key", "default");
        Value value = dict.get(bound.get("key"));
        return value == null ? bound.get("default", None.NONE) : value;
    }

    private static Value items(Dict dict, Arguments arguments) {
        return items(dict, arguments, "items");
    }

    /** Pairs of key and value. */
    static Value items(Dict dict, Arguments arguments, String name) {
        arguments.bind(name);
        arguments.budget().elements(3L * dict.entries().size());
        List<Value> pairs = new ArrayList<>();
        dict.entries().forEach((key, value) -> pairs.add(Seq.tuple(List.of(key, value))));
        return Seq.list(pairs);
    }

    private static Value list(java.util.Collection<Value> values, Arguments arguments) {
        arguments.bind("keys and values");
        return Seq.list(new ArrayList<>(arguments.budget().counted(values)));
    }
}
