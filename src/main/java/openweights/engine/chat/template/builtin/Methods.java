package openweights.engine.chat.template.builtin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/** The methods of values: {@code value.method(arguments)}. */
public final class Methods {

    /** Python has them, and transformers forbids them to templates. */
    private static final Set<String> CHANGING =
            Set.of(
                    "append",
                    "clear",
                    "extend",
                    "insert",
                    "pop",
                    "popitem",
                    "remove",
                    "reverse",
                    "setdefault",
                    "sort",
                    "update");

    private Methods() {}

    /** The method of that name; empty if values of this type have none. */
    public static Optional<Callable> find(Value value, String name) {
        if (value instanceof Text text) {
            return bound(StringMethods.ALL, text, name);
        }
        if (value instanceof Dict dict) {
            return bound(DictMethods.ALL, dict, name);
        }
        if (value instanceof Seq list) {
            return bound(ListMethods.ALL, list, name);
        }
        return Optional.empty();
    }

    private static <T extends Value> Optional<Callable> bound(
            Map<String, Method<T>> methods, T self, String name) {
        return Optional.ofNullable(methods.get(name))
                .map(method -> arguments -> method.call(self, arguments));
    }

    /** Whether it is a method of lists or dicts that changes them. */
    static boolean changes(String name) {
        return CHANGING.contains(name);
    }
}
