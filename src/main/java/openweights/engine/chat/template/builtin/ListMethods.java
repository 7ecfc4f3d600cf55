package openweights.engine.chat.template.builtin;

import java.util.Map;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Comparison;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Value;

/** The methods of lists and tuples that change nothing. */
final class ListMethods {

    static final Map<String, Method<Seq>> ALL =
            Map.of(
                    "copy", (list, arguments) -> list,
                    "count", ListMethods::count,
                    "index", ListMethods::index);

    private ListMethods() {}

    private static Value count(Seq list, Arguments arguments) {
        Value wanted = arguments.bind("count", "value").get("value");
        return new Int(
                list.items().stream()
                        .filter(item -> Comparison.equal(item, wanted, arguments.budget()))
                        .count());
    }

    private static Value index(Seq list, Arguments arguments) {
        Value wanted = arguments.bind("index", "value").get("value");
        for (int i = 0; i < list.items().size(); i++) {
            if (Comparison.equal(list.items().get(i), wanted, arguments.budget())) {
                return new Int(i);
            }
        }
        throw new TemplateException(Fault.VALUE, "index: the value is not in the list.");
    }
}
