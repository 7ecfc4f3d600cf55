package openweights.engine.chat.template.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters that apply another filter, a test, or an attribute to each element of a list. */
final class SelectionFilters {

    private SelectionFilters() {}

    static Value map(Value value, Arguments arguments) {
        Budget budget = arguments.budget();
        List<Value> items = budget.counted(Iteration.over(value, budget));
        Value attribute = arguments.named().get("attribute");
        if (arguments.positional().isEmpty() && attribute != null) {
            Value otherwise = arguments.named().getOrDefault("default", None.NONE);
            return Seq.list(attributes(items, attribute, otherwise, budget));
        }
        String name = name(arguments, "map", "a filter");
        Filter filter = Filters.named(name).orElseThrow(() -> unknown("filter", name));
        Arguments rest = arguments.after(1);
        List<Value> mapped = new ArrayList<>(items.size());
        for (Value item : items) {
            budget.spend(1);
            mapped.add(filter.apply(item, rest));
        }
        return Seq.list(mapped);
    }

    static Value select(Value value, Arguments arguments) {
        return filtered(value, None.NONE, arguments, true);
    }

    static Value reject(Value value, Arguments arguments) {
        return filtered(value, None.NONE, arguments, false);
    }

    static Value selectattr(Value value, Arguments arguments) {
        String attribute = name(arguments, "selectattr", "an attribute");
        return filtered(value, new Text(attribute), arguments.after(1), true);
    }

    static Value rejectattr(Value value, Arguments arguments) {
        String attribute = name(arguments, "rejectattr", "an attribute");
        return filtered(value, new Text(attribute), arguments.after(1), false);
    }

    private static Value filtered(
            Value value, Value attribute, Arguments arguments, boolean wanted) {
        Budget budget = arguments.budget();
        List<Value> items = budget.counted(Iteration.over(value, budget));
        Test test = test(arguments);
        Arguments rest = arguments.positional().isEmpty() ? arguments : arguments.after(1);
        List<Value> kept = new ArrayList<>();
        for (Value item : items) {
            budget.spend(1);
            Value subject = attribute == None.NONE ? item : attribute(item, attribute, budget);
            if (test.holds(subject, rest) == wanted) {
                kept.add(item);
            }
        }
        return Seq.list(kept);
    }

    private static Test test(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return (value, none) -> value.truth();
        }
        String name = name(arguments, "select", "a test");
        return Tests.named(name).orElseThrow(() -> unknown("test", name));
    }

    private static String name(Arguments arguments, String filter, String what) {
        if (!arguments.positional().isEmpty()
                && arguments.positional().get(0) instanceof Text text) {
            return text.value();
        }
        throw new TemplateException(Fault.TYPE, "%s needs the name of %s.".formatted(filter, what));
    }

    private static TemplateException unknown(String kind, String name) {
        return new TemplateException(
                Fault.UNSUPPORTED,
                String.format(Locale.ROOT, "there is no %s '%s' here.", kind, name));
    }

    /** The attribute of each item; the items themselves if it is None. */
    static List<Value> attributes(List<Value> items, Value attribute, Budget budget) {
        return attribute == None.NONE ? items : attributes(items, attribute, None.NONE, budget);
    }

    private static List<Value> attributes(
            List<Value> items, Value attribute, Value otherwise, Budget budget) {
        List<Value> found = new ArrayList<>(items.size());
        for (Value item : items) {
            budget.elements(1);
            Value value = attribute(item, attribute, budget);
            found.add(value instanceof Undefined && otherwise != None.NONE ? otherwise : value);
        }
        return found;
    }

    /** An attribute may be a path such as {@code function.name}, or an index. */
    static Value attribute(Value item, Value attribute, Budget budget) {
        if (attribute instanceof Int) {
            return Lookup.item(item, attribute, budget);
        }
        Value value = item;
        for (String part : Spelling.of(attribute, budget).split("\\.", -1)) {
            budget.spend(part.length() + 1L);
            boolean index =
                    !part.isEmpty()
                            && part.length() < 10
                            && part.chars().allMatch(Character::isDigit);
            value =
                    Lookup.item(
                            value, index ? new Int(Long.parseLong(part)) : new Text(part), budget);
        }
        return value;
    }
}
