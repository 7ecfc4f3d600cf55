package openweights.engine.chat.template.builtin;

import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Fields;
import openweights.engine.chat.template.value.Namespace;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.Subscript;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code value.name} and {@code value[key]}. Both find methods and elements; the first one prefers
 * methods, the second one elements, which matters for a dict with a key such as {@code items}.
 */
public final class Lookup {

    private static final int SHOWN = 40;

    private Lookup() {}

    /** {@code value.name}; undefined if there is no such thing. */
    public static Value attribute(Value value, String name) {
        requireDefined(value);
        Value method = Methods.find(value, name).orElse(null);
        Value found = method == null ? field(value, name) : method;
        return found == null ? missing(value, name) : found;
    }

    /** {@code value[key]}; undefined if there is no such element. */
    public static Value item(Value value, Value key, Budget budget) {
        requireDefined(value);
        Value found = Subscript.item(value, key, budget);
        if (found == null && key instanceof Text name) {
            Value field = field(value, name.value());
            found = field == null ? Methods.find(value, name.value()).orElse(null) : field;
        }
        return found == null ? missing(value, Spelling.of(key, budget)) : found;
    }

    private static @Nullable Value field(Value value, String name) {
        if (value instanceof Dict dict) {
            return dict.get(new Text(name));
        }
        if (value instanceof Namespace namespace) {
            return namespace.get(name);
        }
        return value instanceof Fields fields ? fields.get(name) : null;
    }

    private static void requireDefined(Value value) {
        if (value instanceof Undefined undefined) {
            throw undefined.misused();
        }
    }

    private static Undefined missing(Value value, String name) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        if (Methods.changes(name)) {
            return new Undefined(
                    "%s.%s would change a value, which chat templates may not do"
                            .formatted(value.type(), name));
        }
        return new Undefined("a value of type %s has no '%s'".formatted(value.type(), shown));
    }
}
